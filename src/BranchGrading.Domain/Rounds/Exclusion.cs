namespace BranchGrading.Domain.Rounds;

/// <summary>A branch left out of a round: why, by whom, when.</summary>
public sealed class Exclusion
{
    public const int ReasonMaxLength = 300;

    private Exclusion()
    {
    }

    internal Exclusion(int branchId, string reason, string by, DateTime at)
    {
        BranchId = branchId;
        Reason = Text.Required(reason, ReasonMaxLength, "不参加评定的理由");
        (By, At) = (by, at);
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public int BranchId { get; private set; }

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
