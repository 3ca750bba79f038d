using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Histories;

/// <summary>The history of a branch, year by year.</summary>
public sealed record HistoryPage(HistoryPage.Facts Branch, BranchHistory History, IReadOnlySet<int> VisibleBranches, bool SeesCommittee, bool SeesChanges)
{
    public sealed record Facts(int Id, string Name, BranchType Type, bool IsActive, int CommitteeId, string CommitteeName, DateOnly? Founded);

    public IEnumerable<BranchHistory.GradeLine> OwnGrades(int year) => History.Grades.Where(grade => grade.Year == year && grade.BranchId == Branch.Id);

    public IEnumerable<BranchHistory.GradeLine> EarlierGrades(int year) => History.Grades.Where(grade => grade.Year == year && grade.BranchId != Branch.Id);

    public IEnumerable<OrganisationChange> ChangesIn(int year) => History.Changes.Where(change => change.On.Year == year);

    public BranchHistory.RoundLine? RoundIn(int year) => History.Rounds.FirstOrDefault(round => round.Year == year);
}
