using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>What an act of the desk would lead to, as it is shown before it is confirmed.</summary>
public sealed record DecisionPreview(DecisionEffect Effect, IReadOnlyList<DecidedBranch> Branches)
{
    /// <summary>
    /// Stands for everything shown: the decisions there are, whom the act moves, the places. A confirmation that carries another one confirms something else.
    /// </summary>
    public string Fingerprint => Marks.Of(
    [
        .. Branches.Select(branch => $"{branch.Move.ParticipantId} {branch.Known?.Version} {branch.Move.From} {branch.Move.To} {Effect.After.Find(branch.Move.ParticipantId)!.Decided}"),
        .. Effect.Moved.Select(move => $"{move.ParticipantId} {move.From} {move.To}"),
        .. Effect.Places.Select(places => $"{places.Before.Key} {places.Before.Quota} {places.Before.Used} {places.After.Quota} {places.After.Used} {places.After.DecidedA} {places.After.CutTieCount}"),
    ]);
}

/// <summary>A branch acted on: what becomes of it, what the rules alone make of it, and the decision there is.</summary>
public sealed record DecidedBranch(GradeMove Move, GradingOutcome Now, FinalDecision? Known);
