using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Grades;

/// <summary>为什么是这个等级: one branch, step by step.</summary>
public sealed record GradePage(GradingRound Round, BranchGrade Grade, bool MayDecide)
{
    public Participant Participant => Grade.Participant;

    public GradeSnapshot Result => Grade.Result;

    /// <summary>What the school recorded about the branch.</summary>
    public IReadOnlyList<EvidenceRecord> Evidence { get; init; } = [];

    /// <summary>What everybody said of every item; none where nothing was filled in on line.</summary>
    public IReadOnlyList<ItemComparison> Items { get; init; } = [];

    /// <summary>The same by heads.</summary>
    public IReadOnlyList<HeadComparison> Heads => HeadComparison.Of(Items);
}
