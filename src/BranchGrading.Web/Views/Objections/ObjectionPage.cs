using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Objections;

/// <summary>One objection with what has been done about it, and the form of the next step.</summary>
public sealed record ObjectionPage(GradingRound Round, Objection Objection, Grade Grade, IReadOnlyList<GradeChange> Changes)
{
    public FindingsForm Findings { get; init; } = new() { Text = Objection.Findings ?? "", Version = Objection.Version };

    public AnswerForm Answer { get; init; } = new() { Version = Objection.Version };

    /// <summary>Every 改定 of the branch objected to, on this objection or another, in their order.</summary>
    public IReadOnlyList<GradeChange> Revisions { get; init; } = [];

    public string Address => $"/rounds/{Round.Id}/objections/{Objection.Number}";

    public bool MayAct => Round.Stage == RoundStage.Published && Objection.AnsweredAt is null;

    /// <summary>What was typed for a step that somebody else has taken meanwhile.</summary>
    public string? Typed { get; init; }
}
