using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Bulletins;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>One bulletin as its reader sees it, and with what the writing side needs.</summary>
/// <param name="Bulletin">The bulletin.</param>
/// <param name="AllFiles">Its files, those that were taken out after publication among them.</param>
/// <param name="IsOwn">Whether the viewer's side writes it.</param>
/// <param name="IsWaiting">Whether the viewer is to confirm it.</param>
/// <param name="ConfirmedAt">When the viewer did.</param>
/// <param name="Readers">Whom it is for; read for the writing side alone.</param>
public sealed record BulletinPage(Bulletin Bulletin, IReadOnlyList<Attachment> AllFiles, bool IsOwn, bool IsWaiting, DateTime? ConfirmedAt, IReadOnlyList<BulletinReader> Readers)
{
    /// <summary>How many have confirmed, those among them who are in office no more; counted for the writing side alone.</summary>
    public int Receipts { get; init; }

    public string Address => $"/bulletins/{Bulletin.Id}";

    public IEnumerable<Attachment> Files => AllFiles.Where(file => file.RemovedAt is null);

    public IEnumerable<Attachment> RemovedFiles => IsOwn ? AllFiles.Where(file => file.RemovedAt is not null) : [];

    public int Confirmed => Readers.Count(reader => reader.ConfirmedAt is not null);

    /// <summary>Whom it is for in words: 组织员、支部书记；全部二级党组织</summary>
    public string Audience => string.Join("、", Bulletin.RoleNames.Select(role => Data.Identity.Roles.Names[role])) + "；"
        + (Bulletin.Committee?.Name ?? (Bulletin.Targets.Count == 0 ? "全部二级党组织" : string.Join("、", Bulletin.Targets.OrderBy(target => target.Committee.DisplayOrder).Select(target => target.Committee.Name))));

    /// <summary>The page for a viewer; null where the bulletin is hidden.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The bulletin.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="own">Only those of the viewer's own side.</param>
    public static async Task<BulletinPage?> FindAsync(GradingDbContext db, int id, Viewer viewer, CancellationToken cancellationToken, bool own = false)
    {
        if (await db.FindBulletinAsync(id, viewer, cancellationToken) is not { } bulletin)
            return null;
        var isOwn = await db.Bulletins.OfSideOf(viewer, db).AnyAsync(one => one.Id == id, cancellationToken);
        if (own && !isOwn)
            return null;
        return new BulletinPage(
            bulletin, await db.FilesOfAsync(bulletin, cancellationToken), isOwn, await db.Bulletins.WaitingFor(viewer, db).AnyAsync(one => one.Id == id, cancellationToken),
            bulletin.Receipts.FirstOrDefault(receipt => receipt.AccountId == viewer.AccountId)?.At, isOwn ? await db.ReadersAsync(bulletin, cancellationToken) : [])
        {
            Receipts = isOwn ? await db.Bulletins.Where(one => one.Id == id).SelectMany(one => one.Receipts).CountAsync(cancellationToken) : 0,
        };
    }
}
