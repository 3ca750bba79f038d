using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>流动党员 of branches and committees.</summary>
public static class FloatingQueries
{
    /// <summary>The branches whose floating members an account keeps: the department all, a secretary and an officer their own.</summary>
    public static IQueryable<Branch> KeptBy(this IQueryable<Branch> branches, Viewer viewer) => viewer.IsDepartment ? branches : branches.TiedTo(viewer);

    /// <summary>The records of active branches among those in sight, in display order.</summary>
    public static IQueryable<FloatingMembers> FloatingOf(this GradingDbContext db, IQueryable<Branch> branches) => db.FloatingMembers
        .Where(floating => floating.Branch.IsActive && branches.Any(branch => branch.Id == floating.BranchId))
        .OrderBy(floating => floating.Branch.Committee.DisplayOrder).ThenBy(floating => floating.Branch.CommitteeId)
        .ThenBy(floating => floating.Branch.DisplayOrder).ThenBy(floating => floating.BranchId).ThenBy(floating => floating.Id);

    /// <summary>Every committee of the branches in sight with its coverage, those without floating members too, in display order.</summary>
    public static async Task<List<FloatingCommittee>> FloatingByCommitteeAsync(this GradingDbContext db, IQueryable<Branch> branches, CancellationToken cancellationToken)
    {
        var committees = await branches.Where(branch => branch.IsActive).Select(branch => new { branch.CommitteeId, branch.Committee.Name, branch.Committee.DisplayOrder }).Distinct()
            .OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.CommitteeId).ToListAsync(cancellationToken);
        var places = (await db.FloatingOf(branches).Select(floating => new { floating.Branch.CommitteeId, floating.BranchId, floating.Count, HasHost = floating.Host != null }).ToListAsync(cancellationToken))
            .ToLookup(place => place.CommitteeId);
        return [.. committees.Select(committee => new FloatingCommittee(
            committee.CommitteeId, committee.Name, places[committee.CommitteeId].DistinctBy(place => place.BranchId).Count(),
            FloatingCoverage.Of(places[committee.CommitteeId].Select(place => (place.Count, place.HasHost)))))];
    }
}
