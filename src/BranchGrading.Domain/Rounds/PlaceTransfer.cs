namespace BranchGrading.Domain.Rounds;

/// <summary>名额调剂: places for A moved from one group to another (§3.6).</summary>
public sealed class PlaceTransfer
{
    public const int GroupMaxLength = 30;
    public const int ReasonMaxLength = 300;

    private PlaceTransfer()
    {
    }

    internal PlaceTransfer(string fromGroup, string toGroup, int places, string reason, string by, DateTime at)
    {
        if (places <= 0)
            throw new RuleViolationException("调剂的名额至少 1 个。");
        Reason = Text.Required(reason, ReasonMaxLength, "调剂名额的理由");
        (FromGroup, ToGroup, Places, By, At) = (fromGroup, toGroup, places, by, at);
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    /// <summary>The key of the group that gives: a branch type or a committee's id.</summary>
    public string FromGroup { get; private set; } = "";

    public string ToGroup { get; private set; } = "";

    public int Places { get; private set; }

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
