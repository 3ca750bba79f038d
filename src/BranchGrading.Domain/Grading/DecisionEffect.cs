using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>What deciding some branches, or taking decisions on them back, would lead to: whom it moves, which places it takes or gives, what stands against it (§3.7).</summary>
public sealed record DecisionEffect
{
    /// <summary>The round as it is.</summary>
    public required GradingResult Before { get; init; }

    /// <summary>The round as it would be.</summary>
    public required GradingResult After { get; init; }

    /// <summary>The branches acted on, with the grade in effect before and after, in the order of the candidates.</summary>
    public required IReadOnlyList<GradeMove> Selected { get; init; }

    /// <summary>The other branches whose grade the act changes at the cut.</summary>
    public required IReadOnlyList<GradeMove> Moved { get; init; }

    /// <summary>The groups that the branches acted on belong to, and those that the act changes.</summary>
    public required IReadOnlyList<(CapGroup Before, CapGroup After)> Places { get; init; }

    /// <summary>Why the act must be refused; empty when nothing stands against it.</summary>
    public required IReadOnlyList<GradingProblem> Problems { get; init; }

    /// <summary>Works out an act without carrying it out.</summary>
    /// <param name="candidates">All participants as they are.</param>
    /// <param name="rules">The round's rules.</param>
    /// <param name="transfers">名额调剂 in their order.</param>
    /// <param name="decisions">The decision of every branch acted on as it would be; null takes it back.</param>
    public static DecisionEffect Of(
        IReadOnlyList<GradingCandidate> candidates, RoundRules rules, IReadOnlyList<QuotaTransfer> transfers, IReadOnlyDictionary<int, GradeDecision?> decisions)
    {
        var before = GradingService.Grade(candidates, rules, transfers);
        var after = GradingService.Grade(
            [.. candidates.Select(one => decisions.TryGetValue(one.ParticipantId, out var decision) ? one with { Decision = decision } : one)], rules, transfers);
        var selected = after.Outcomes.Where(outcome => decisions.ContainsKey(outcome.ParticipantId)).ToArray();
        var touched = selected.Select(outcome => CapGroup.KeyOf(rules.CapScope, outcome.Candidate.Type, outcome.Candidate.CommitteeId)).ToHashSet();
        return new DecisionEffect
        {
            Before = before,
            After = after,
            Selected = [.. selected.Select(outcome => new GradeMove(outcome.ParticipantId, outcome.Candidate.BranchName, before.Find(outcome.ParticipantId)!.Grade, outcome.Grade))],
            Moved = [.. DecisionRules.MovedBy(before, after).Where(move => !decisions.ContainsKey(move.ParticipantId))],
            Places = [.. before.Groups.Zip(after.Groups).Where(pair => touched.Contains(pair.First.Key) || pair.First.Used != pair.Second.Used)],
            Problems = DecisionRules.Against(before, after),
        };
    }
}
