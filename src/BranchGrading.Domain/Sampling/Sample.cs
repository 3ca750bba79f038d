using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Sampling;

/// <summary>
/// 抽查名单: branches of every committee, drawn by lot with the same chance for each, to be looked at on the spot. It stays as drawn;
/// whoever is not content draws again and says why, and the earlier one stays readable.
/// </summary>
public sealed class Sample
{
    public const int ReasonMaxLength = 300;
    public const int RuleMaxLength = 60;

    private readonly List<SampledBranch> _branches = [];

    private Sample()
    {
    }

    private Sample(int roundId, int number, string rule, string? reason, string by, DateTime at) =>
        (RoundId, Number, Rule, Reason, DrawnBy, DrawnAt) = (roundId, number, rule, reason, by, at);

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public GradingRound Round { get; private set; } = null!;

    /// <summary>第几次抽取, from 1; the last one counts.</summary>
    public int Number { get; private set; }

    /// <summary>How many were drawn of each committee, in words.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>Why it was drawn again; null for the first.</summary>
    public string? Reason { get; private set; }

    public DateTime DrawnAt { get; private set; }

    public string DrawnBy { get; private set; } = "";

    public IReadOnlyList<SampledBranch> Branches => _branches;

    /// <summary>Draws.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="participants">All branches that take part, each with its committee.</param>
    /// <param name="size">How many of each committee.</param>
    /// <param name="previous">The sample that counts so far; null for none.</param>
    /// <param name="reason">Why another one is drawn; needed where there is one already.</param>
    /// <param name="lot">A whole number from 0 up to, and without, the one given, each with the same chance.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <exception cref="RuleViolationException">Nobody takes part, or a reason is missing.</exception>
    public static Sample Draw(
        int roundId, IReadOnlyCollection<(int ParticipantId, int CommitteeId)> participants, SampleSize size, Sample? previous, string? reason, Func<int, int> lot, string by, DateTime at)
    {
        if (participants.Count == 0)
            throw new RuleViolationException("还没有参加评定的支部，不能抽取。");
        var why = previous is null ? null : Text.Required(reason, ReasonMaxLength, "重新抽取的理由");
        var sample = new Sample(roundId, (previous?.Number ?? 0) + 1, size.Words, why, by, at);
        foreach (var committee in participants.GroupBy(participant => participant.CommitteeId, participant => participant.ParticipantId))
        {
            // Fisher and Yates: every choice of so many branches has the same chance.
            var urn = committee.ToArray();
            for (var i = 0; i < size.Of(urn.Length); i++)
            {
                var drawn = i + lot(urn.Length - i);
                (urn[i], urn[drawn]) = (urn[drawn], urn[i]);
                sample._branches.Add(new SampledBranch(urn[i]));
            }
        }

        return sample;
    }
}
