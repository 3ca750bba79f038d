using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>A line of 附表5: a problem as the branch handed it in, or an item of its plan with what became of it.</summary>
public sealed record RectificationLine(string Problem, string Measure, string ResponsiblePerson, string? ContactLeader, DateOnly? DueOn, Grade? TargetGrade)
{
    /// <summary>原因; of items only.</summary>
    public string Cause { get; init; } = "";

    /// <summary>How much is done, of a hundred; null while nothing runs.</summary>
    public int? Percent { get; init; }

    /// <summary>What the plan has reached; null where there is none.</summary>
    public PlanState? State { get; init; }

    /// <summary>Whether acceptance is asked for and nobody has answered.</summary>
    public bool IsWaiting { get; init; }

    public bool IsAccepted { get; init; }

    /// <summary>进展: what the branch told last, also when it asked for acceptance.</summary>
    public PlanEntry? Told { get; init; }

    /// <summary>抽查: the latest.</summary>
    public PlanEntry? SpotCheck { get; init; }

    /// <summary>验收: the latest acceptance, refusal or reopening.</summary>
    public PlanEntry? Verdict { get; init; }
}
