namespace BranchGrading.Domain.Grading;

/// <summary>试算: one round graded twice, by the rules in force and by others (or by two others), and what lies between; nothing is stored.</summary>
public sealed class Simulation
{
    /// <param name="from">The round by the rules one starts from.</param>
    /// <param name="to">The same participants by the other rules.</param>
    public Simulation(GradingResult from, GradingResult to)
    {
        (From, To) = (from, to);
        Moves =
        [
            .. from then in to.Outcomes
               let now = @from.Find(then.ParticipantId)
               where now is not null && (now.Grade != then.Grade || now.TieToDecide != then.TieToDecide)
               select new SimulatedMove(now, then, @from.Rules, to.Rules),
        ];
        Broken = [.. DecisionRules.Against(to)];
    }

    public GradingResult From { get; }

    public GradingResult To { get; }

    /// <summary>The branches that stand elsewhere, in the order given.</summary>
    public IReadOnlyList<SimulatedMove> Moves { get; }

    /// <summary>What the decisions taken so far would break under the other rules (§3.7).</summary>
    public IReadOnlyList<GradingProblem> Broken { get; }

    /// <summary>Why the other rules could not be put in force; null when nothing new stands against them (§3.7).</summary>
    public string? WhyNot => DecisionRules.WhyNot(From, To);

    /// <summary>Whether both share the places out among the same kind of groups, so that groups can be compared.</summary>
    public bool SameScope => From.Rules.CapScope == To.Rules.CapScope;

    /// <summary>The group as the first computation has it; null where the scope is another.</summary>
    public CapGroup? FormerOf(CapGroup group) => SameScope ? From.Groups.FirstOrDefault(known => known.Key == group.Key) : null;
}
