using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Histories;

/// <summary>The history of a branch, year by year.</summary>
public sealed record HistoryPage(HistoryPage.Facts Branch, BranchHistory History, bool SeesCommittee, bool SeesChanges)
{
    public sealed record Facts(int Id, string Name, BranchType Type, bool IsActive, int CommitteeId, string CommitteeName, DateOnly? Founded);

    public IEnumerable<BranchHistory.GradeLine> OwnGrades(int year) => History.Grades.Where(grade => grade.Year == year && grade.BranchId == Branch.Id);

    public IEnumerable<BranchHistory.GradeLine> EarlierGrades(int year) => History.Grades.Where(grade => grade.Year == year && grade.BranchId != Branch.Id);

    public IEnumerable<OrganisationChange> ChangesIn(int year) => History.Changes.Where(change => change.On.Year == year);

    public BranchHistory.RoundLine? RoundIn(int year) => History.Rounds.FirstOrDefault(round => round.Year == year && round.BranchId == Branch.Id);

    /// <summary>The predecessors in a round, with their plans.</summary>
    public IEnumerable<BranchHistory.RoundLine> EarlierRounds(int year) => History.Rounds.Where(round => round.Year == year && round.BranchId != Branch.Id);

    public IEnumerable<BranchHistory.SecretaryLine> OwnSecretaries => History.Secretaries.Where(term => term.BranchId == Branch.Id);

    public IEnumerable<IGrouping<string, BranchHistory.SecretaryLine>> EarlierSecretaries => History.Secretaries.Where(term => term.BranchId != Branch.Id).GroupBy(term => term.Branch);
}
