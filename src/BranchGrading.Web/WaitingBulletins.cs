using BranchGrading.Data;
using BranchGrading.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web;

/// <summary>The notices that wait for the viewer's confirmation, for navigation and start page; asked for once a request.</summary>
public sealed class WaitingBulletins(GradingDbContext db)
{
    private IReadOnlyList<(int Id, string Title, DateTime PublishedAt)>? _found;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<(int Id, string Title, DateTime PublishedAt)>> OfAsync(Viewer viewer, CancellationToken cancellationToken) =>
        _found ??= (await db.Bulletins.AsNoTracking().WaitingFor(viewer, db).OrderByDescending(bulletin => bulletin.PublishedAt).ThenByDescending(bulletin => bulletin.Id)
            .Select(bulletin => new { bulletin.Id, bulletin.Title, bulletin.PublishedAt }).ToListAsync(cancellationToken)).ConvertAll(bulletin => (bulletin.Id, bulletin.Title, bulletin.PublishedAt!.Value));
}
