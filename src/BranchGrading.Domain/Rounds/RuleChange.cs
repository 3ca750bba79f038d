namespace BranchGrading.Domain.Rounds;

/// <summary>A rule changed after opening: what it was, what it became, why; printed under 附表4.</summary>
public sealed class RuleChange
{
    public const int ReasonMaxLength = 300;

    private RuleChange()
    {
    }

    internal RuleChange(string rule, string before, string after, string reason, string by, DateTime at)
    {
        Reason = Text.Required(reason, ReasonMaxLength, "修改规则的理由");
        (Rule, Before, After, By, At) = (rule, before, after, by, at);
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public string Rule { get; private set; } = "";

    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
