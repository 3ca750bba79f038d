using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Grades;

/// <summary>为什么是这个等级: one branch, step by step.</summary>
public sealed record GradePage(GradingRound Round, BranchGrade Grade, bool MayDecide)
{
    public Participant Participant => Grade.Participant;

    public GradeSnapshot Result => Grade.Result;

    /// <summary>Whether the grade is published or decided.</summary>
    public bool IsSettled => Round.Publication is not null || Result.Decided is not null;

    /// <summary>晋位升级: where the branch goes from its earlier grade; null where it lacks one of the two.</summary>
    public Direction? Rise => Movement.Of(Result.PreviousGrade, Result.Grade) is { } direction and not (Direction.New or Direction.Gone) ? direction : null;

    /// <summary>What the school recorded about the branch.</summary>
    public IReadOnlyList<EvidenceRecord> Evidence { get; init; } = [];

    /// <summary>What everybody said of every item; none where nothing was filled in on line.</summary>
    public IReadOnlyList<ItemComparison> Items { get; init; } = [];

    /// <summary>The same by heads.</summary>
    public IReadOnlyList<HeadComparison> Heads => HeadComparison.Of(Items);
}
