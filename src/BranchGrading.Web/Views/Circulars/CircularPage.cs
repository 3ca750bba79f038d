using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Circulars;

/// <summary>通报: the final grades, best first, as they stand after corrections.</summary>
public sealed record CircularPage(GradingRound Round, IReadOnlyList<NamedGrade> Grades, IReadOnlyList<GradeChange> Corrections, SchoolSettings School)
{
    public GradeCounts Counts { get; } = GradeCounts.Of(Grades.Select(row => (Grade?)row.Grade));

    public IEnumerable<IGrouping<string, NamedGrade>> Committees(Grade grade) => Grades.Where(row => row.Grade == grade).GroupBy(row => row.Committee);

    /// <summary>The corrections of each branch in their order: one that was corrected twice is told once.</summary>
    public IEnumerable<IGrouping<Participant, GradeChange>> CorrectedBranches => Corrections.GroupBy(change => change.Participant, ByBranch);

    private static IEqualityComparer<Participant> ByBranch { get; } = EqualityComparer<Participant>.Create((one, other) => one?.Id == other?.Id, participant => participant.Id);

    /// <summary>中共某某大学委员会; the school as it is named where that says it already.</summary>
    public string Signature => School.SchoolName is "" || School.SchoolName.Contains("党委", StringComparison.Ordinal) || School.SchoolName.Contains("委员会", StringComparison.Ordinal)
        ? School.UnitName
        : $"中共{School.SchoolName}委员会";

    /// <summary>The moment of the latest correction, else of the grades themselves.</summary>
    public DateTime SignedAt => Corrections.Count > 0 ? Corrections[^1].At : Round.Publication!.FinalAt!.Value;
}
