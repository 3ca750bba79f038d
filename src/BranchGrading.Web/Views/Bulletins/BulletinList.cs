using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Shared;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>The bulletins that a viewer reads or writes.</summary>
public sealed record BulletinList(BulletinFilter Filter, IReadOnlyList<BulletinRow> Rows, Pager Pager, int Waiting, bool MayWrite)
{
    private const int PageSize = 20;

    public static async Task<BulletinList> ReadAsync(GradingDbContext db, BulletinFilter filter, Viewer viewer, HttpRequest request, CancellationToken cancellationToken)
    {
        var found = filter.Apply(db, viewer);
        var pager = Pager.Of(filter.Page, PageSize, await found.CountAsync(cancellationToken), request);
        var (waiting, own) = (db.Bulletins.WaitingFor(viewer, db), db.Bulletins.OfSideOf(viewer, db));
        var rows = await found.Skip(pager.Skip).Take(PageSize).Select(bulletin => new BulletinRow(
            bulletin.Id, bulletin.Kind, bulletin.Title, bulletin.Committee!.Name, bulletin.PublishedAt, bulletin.WithdrawnAt, bulletin.WrittenAt)
        {
            Files = db.Attachments.Count(attachment => attachment.BulletinId == bulletin.Id && attachment.RemovedAt == null),
            IsWaiting = waiting.Any(one => one.Id == bulletin.Id),
            Receipts = bulletin.NeedsReceipt && bulletin.PublishedAt != null && own.Any(one => one.Id == bulletin.Id) ? bulletin.Receipts.Count : null,
            IsConfirmed = bulletin.NeedsReceipt && bulletin.Receipts.Any(receipt => receipt.AccountId == viewer.AccountId),
        }).ToListAsync(cancellationToken);
        return new BulletinList(filter, rows, pager, await waiting.CountAsync(cancellationToken), (await db.SidesAsync(viewer, cancellationToken)).Count > 0);
    }
}
