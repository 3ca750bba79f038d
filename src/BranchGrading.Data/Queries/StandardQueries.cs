using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads scoring standards, and tells which rounds use them.</summary>
public static class StandardQueries
{
    /// <summary>With heads, items and choices.</summary>
    public static IQueryable<ScoringStandard> WithItems(this IQueryable<ScoringStandard> standards) => standards
        .Include(standard => standard.Heads).ThenInclude(head => head.Items).ThenInclude(item => item.Options).AsSplitQuery();

    /// <summary>A whole standard, to be read; null where there is none.</summary>
    public static Task<ScoringStandard?> FindStandardAsync(this GradingDbContext db, int id, CancellationToken cancellationToken) =>
        db.Standards.WithItems().AsNoTracking().SingleOrDefaultAsync(standard => standard.Id == id, cancellationToken);

    public static async Task<StandardUse> UseOfStandardAsync(this GradingDbContext db, int id, CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.Where(round => round.Standards.Any(standard => standard.StandardId == id) || round.Participants.Any(participant => participant.StandardId == id))
            .OrderBy(round => round.Year).Select(round => new { round.Year, IsOpened = round.OpenedAt != null }).ToListAsync(cancellationToken);
        return new StandardUse([.. rounds.Where(round => round.IsOpened).Select(round => round.Year)], [.. rounds.Where(round => !round.IsOpened).Select(round => round.Year)]);
    }

    /// <summary>The latest version there is of a name.</summary>
    public static async Task<int> LatestVersionAsync(this GradingDbContext db, string name, CancellationToken cancellationToken) =>
        (await db.NamesAsync(cancellationToken)).Where(known => known.Key == NameKey.Of(name)).Select(known => known.VersionNumber).DefaultIfEmpty().Max();

    /// <summary>Whether another standard has the name; versions of one standard share theirs.</summary>
    public static async Task<bool> IsStandardNameTakenAsync(this GradingDbContext db, string name, int? except, CancellationToken cancellationToken) =>
        (await db.NamesAsync(cancellationToken)).Exists(known => known.Id != except && known.Key == NameKey.Of(name));

    private static async Task<List<(int Id, string Key, int VersionNumber)>> NamesAsync(this GradingDbContext db, CancellationToken cancellationToken) =>
        (await db.Standards.Select(standard => new { standard.Id, standard.Name, standard.VersionNumber }).ToListAsync(cancellationToken))
        .ConvertAll(standard => (standard.Id, NameKey.Of(standard.Name), standard.VersionNumber));
}
