namespace BranchGrading.Domain.Rounds;

/// <summary>试算方案: other rules for a round, kept under a name to be compared; nothing is graded by it.</summary>
public sealed class Scenario
{
    public const int NameMaxLength = 40;

    private Scenario()
    {
    }

    public Scenario(int roundId, string name, RoundRules rules, string by, DateTime at)
    {
        RoundId = roundId;
        Save(name, rules, by, at);
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public GradingRound Round { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public RoundRules Rules { get; private set; } = new();

    public string SavedBy { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The scenario's rules in a round; what grades nothing, such as the days of publicity, is the round's own.</summary>
    public RoundRules RulesIn(GradingRound round) => Rules with
    {
        PublicityDays = round.Rules.PublicityDays,
        PerformanceBarYear = round.Rules.PerformanceBarYear,
    };

    /// <summary>Keeps other rules or another name.</summary>
    /// <exception cref="RuleViolationException">The rules cannot stand.</exception>
    public void Save(string name, RoundRules rules, string by, DateTime at)
    {
        rules.Validate();
        Name = Text.Required(name, NameMaxLength, "方案名称");
        (Rules, SavedBy, SavedAt) = (rules, by, at);
    }
}
