using System.Linq.Expressions;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads grades of whole years, and two of them beside each other.</summary>
public static class ComparisonQueries
{
    /// <summary>The years of which grades are known, latest first.</summary>
    public static Task<List<int>> GradedYearsAsync(this GradingDbContext db, CancellationToken cancellationToken) =>
        db.PastGrades.Select(grade => grade.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);

    /// <summary>All grades of some years; a correction has changed them there.</summary>
    public static Task<List<YearGrade>> YearGradesAsync(this GradingDbContext db, Expression<Func<int, bool>> years, CancellationToken cancellationToken)
    {
        var wanted = db.PastGrades.Select(grade => grade.Year).Distinct().Where(years);
        return db.PastGrades.AsNoTracking().Where(grade => wanted.Contains(grade.Year)).Select(grade => new YearGrade(grade.BranchId, grade.Year, grade.Grade)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Every branch that was graded in one of two years, in display order; of an officer those of the own committee. Where the department chose a predecessor for the later year, its grade
    /// of the earlier one counts, as it does for the grade itself (§3.5c); the predecessor is not gone then.
    /// </summary>
    public static async Task<List<ComparedBranch>> CompareAsync(this GradingDbContext db, Viewer viewer, int from, int to, CancellationToken cancellationToken)
    {
        var grades = (await db.YearGradesAsync(year => year == from || year == to, cancellationToken)).ToDictionary(grade => (grade.BranchId, grade.Year), grade => grade.Grade);
        var (before, after) = (await FrozenAsync(db, from, cancellationToken), await FrozenAsync(db, to, cancellationToken));
        var predecessors = await db.PredecessorGrades.AsNoTracking()
            .Where(row => row.Participant.Round.Year == to && row.Participant.Round.Publication!.FinalAt != null && row.PastGrade.Year == from)
            .Select(row => new { row.Participant.BranchId, From = row.PastGrade.BranchId, row.PastGrade.Grade, row.PastGrade.Branch.Name })
            .ToDictionaryAsync(row => row.BranchId, cancellationToken);
        var goOn = predecessors.Values.Select(row => row.From).ToHashSet();
        var own = viewer.SeesSchool ? null : (await db.Committees.LedBy(viewer).Select(committee => committee.Id).ToListAsync(cancellationToken)).ToHashSet();
        var branches = await db.Branches.AsNoTracking().Where(branch => branch.PastGrades.Any(grade => grade.Year == from || grade.Year == to))
            .Where(branch => branch.PastGrades.Any(grade => grade.Year == to) || !goOn.Contains(branch.Id))
            .Select(branch => new { branch.Id, branch.Name, branch.DisplayOrder, branch.CommitteeId, Committee = branch.Committee.Name, CommitteeOrder = branch.Committee.DisplayOrder })
            .ToListAsync(cancellationToken);
        return branches
            .Select(branch =>
            {
                var (earlier, later) = (before.GetValueOrDefault(branch.Id), after.GetValueOrDefault(branch.Id));
                var name = later?.Name ?? earlier?.Name ?? branch.Name;
                var predecessor = predecessors.GetValueOrDefault(branch.Id);
                return (Order: later?.CommitteeOrder ?? branch.CommitteeOrder, Place: later?.Place ?? branch.DisplayOrder, Row: new ComparedBranch(
                    branch.Id, name, earlier is not null && earlier.Name != name ? earlier.Name : null, later?.CommitteeId ?? branch.CommitteeId, later?.Committee ?? branch.Committee,
                    predecessor?.Grade ?? (grades.TryGetValue((branch.Id, from), out var old) ? old : null), grades.TryGetValue((branch.Id, to), out var now) ? now : null)
                {
                    Predecessor = predecessor is null ? null : before.GetValueOrDefault(predecessor.From)?.Name ?? predecessor.Name,
                });
            })
            .Where(branch => own is null || own.Contains(branch.Row.CommitteeId))
            .OrderBy(branch => branch.Order).ThenBy(branch => branch.Row.CommitteeId).ThenBy(branch => branch.Place).ThenBy(branch => branch.Row.BranchId)
            .Select(branch => branch.Row).ToList();
    }

    /// <summary>The branches of a year's final round as they were frozen; none of a year that was only imported.</summary>
    private static async Task<Dictionary<int, Frozen>> FrozenAsync(GradingDbContext db, int year, CancellationToken cancellationToken) => await db.Participants.AsNoTracking()
        .Where(participant => participant.Round.Year == year && participant.Round.Publication!.FinalAt != null)
        .Select(participant => new Frozen(participant.BranchId, participant.BranchName, participant.CommitteeId, participant.CommitteeName, participant.CommitteeOrder, participant.DisplayOrder))
        .ToDictionaryAsync(branch => branch.BranchId, cancellationToken);

    private sealed record Frozen(int BranchId, string Name, int CommitteeId, string Committee, int CommitteeOrder, int Place);
}
