using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>组织提醒: what is worth looking at in the branches that exist.</summary>
public static class WarningQueries
{
    /// <summary>The active ones among the branches that have any warning, in display order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="branches">Those in sight.</param>
    /// <param name="today">The school's day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<WarnedBranch>> WarningsAsync(this GradingDbContext db, IQueryable<Branch> branches, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await branches.Where(branch => branch.IsActive)
            .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id)
            .Select(branch => new
            {
                branch.Id,
                branch.Name,
                branch.CommitteeId,
                Committee = branch.Committee.Name,
                branch.FullMembers,
                branch.ProbationaryMembers,
                branch.Founded,
                branch.Elected,
                Secretary = branch.Terms.Where(term => term.Post == Post.Secretary && term.To == null).OrderBy(term => term.Id)
                    .Select(term => new { term.PersonId, term.Person.Name, term.From }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var floating = await db.FloatingMembers.Where(members => branches.Any(branch => branch.Id == members.BranchId))
            .GroupBy(members => members.BranchId).Select(group => new { BranchId = group.Key, Count = group.Sum(members => members.Count) }).ToDictionaryAsync(group => group.BranchId, group => group.Count, cancellationToken);
        var trained = await db.Trainings.Where(training => training.Kind == TrainingKind.Induction && branches.Any(branch => branch.Terms.Any(term => term.PersonId == training.PersonId)))
            .GroupBy(training => training.PersonId).Select(group => new { PersonId = group.Key, On = group.Max(training => training.On) }).ToDictionaryAsync(group => group.PersonId, group => (DateOnly?)group.On, cancellationToken);
        var since = await db.TrainingsSinceAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new WarnedBranch(row.Id, row.Name, row.CommitteeId, row.Committee, OrganisationWarnings.Of(
                    new BranchCondition(
                        row.FullMembers, row.ProbationaryMembers, row.Founded, row.Elected, row.Secretary?.Name, row.Secretary?.From,
                        row.Secretary is { } secretary ? trained.GetValueOrDefault(secretary.PersonId) : null, floating.GetValueOrDefault(row.Id)) { TrainingsSince = since },
                    today)))
                .Where(branch => branch.Warnings.Count > 0),
        ];
    }
}
