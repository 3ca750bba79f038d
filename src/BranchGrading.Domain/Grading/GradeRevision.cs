using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>改定: what becomes of published grades when one branch is settled otherwise on an objection; the same rules over the same inputs (§2.5, §3.7).</summary>
public sealed class GradeRevision
{
    private GradeRevision(int participantId, GradingResult before, GradingResult after) => (ParticipantId, Before, After) = (participantId, before, after);

    /// <summary>The branch that is settled otherwise.</summary>
    public int ParticipantId { get; }

    public GradingResult Before { get; }

    public GradingResult After { get; }

    /// <summary>Every branch whose grade moves: first the one itself, then those that follow from the places.</summary>
    public IReadOnlyList<GradeMove> Moves =>
    [
        .. Before.Outcomes.Where(outcome => outcome.ParticipantId == ParticipantId)
            .Select(outcome => new GradeMove(ParticipantId, outcome.Candidate.BranchName, outcome.Grade, After.Find(ParticipantId)!.Grade)),
        .. DecisionRules.MovedBy(Before, After).Where(move => move.ParticipantId != ParticipantId),
    ];

    /// <summary>Why it is refused: the grade stays as it is, the rules forbid it, or it leaves something undecided that was settled, such as a new tie; null when it may be.</summary>
    public string? WhyNot
    {
        get
        {
            if (Before.Find(ParticipantId)!.Grade == After.Find(ParticipantId)!.Grade)
                return $"公示的等级就是 {After.Find(ParticipantId)!.Grade}，没有改动；维持的请直接答复";
            var known = DecisionRules.WhyNotPublishable(Before).Select(problem => problem.Text).ToHashSet();
            return DecisionRules.Against(Before, After).FirstOrDefault()?.PublishedText ?? DecisionRules.WhyNotPublishable(After).FirstOrDefault(problem => !known.Contains(problem.Text))?.Text;
        }
    }

    /// <param name="candidates">What went into the published grades.</param>
    /// <param name="rules">The rules as they were.</param>
    /// <param name="transfers">The round's transfers of places.</param>
    /// <param name="participantId">The branch, one of the candidates.</param>
    /// <param name="decision">Its grade from now on, and why.</param>
    public static GradeRevision Of(IReadOnlyList<GradingCandidate> candidates, RoundRules rules, IReadOnlyList<QuotaTransfer> transfers, int participantId, GradeDecision decision) => new(
        participantId,
        GradingService.Grade(candidates, rules, transfers),
        GradingService.Grade([.. candidates.Select(candidate => candidate.ParticipantId == participantId ? candidate with { Decision = decision } : candidate)], rules, transfers));
}
