namespace BranchGrading.Domain.HandIns;

/// <summary>A committee against the deadline of the hand-in.</summary>
/// <param name="RoundDeadline">The round's: the first moment that is too late, in UTC.</param>
/// <param name="Until">The committee's own: later where it was put off.</param>
/// <param name="Versions">What it handed in, in order.</param>
public sealed record HandInStanding(DateTime RoundDeadline, DateTime Until, IReadOnlyList<HandIn> Versions)
{
    public HandIn? Latest => Versions.Count == 0 ? null : Versions[^1];

    public bool IsExtended => Until > RoundDeadline;

    /// <summary>What holds at a moment. A version counts from its first hand-in: a correction does not make it late.</summary>
    public HandInState StateAt(DateTime now) => Latest switch
    {
        null => now < Until ? HandInState.Waiting : HandInState.Missing,
        { IsSentBack: true } => HandInState.SentBack,
        _ => Versions[0].MadeAt < RoundDeadline ? HandInState.OnTime : HandInState.Late,
    };

    /// <summary>Why nothing can be handed in at a moment; null when it can. What was sent back may be corrected after the deadline too.</summary>
    public string? WhyNotAt(DateTime now) => now < Until || Latest is { IsSentBack: true }
        ? null
        : Latest is null ? "报送已经截止；确有困难，请党委组织部延期。" : "报送已经截止，不能再交新的一版；要更正，请党委组织部先退回或者延期。";
}
