using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Rounds;

/// <summary>先进党支部推荐: only a branch whose final grade is A may be recommended (§3.9).</summary>
public sealed class Recommendation
{
    public const int GroundsMaxLength = 500;

    /// <summary>The levels at which a committee may recommend; the others are the department's.</summary>
    public static IReadOnlyList<RecommendationLevel> OfCommittees { get; } = [RecommendationLevel.Committee, RecommendationLevel.School];

    private Recommendation()
    {
    }

    /// <param name="participant">The branch, with its round.</param>
    /// <param name="final">Its final grade, corrections counted in; null when there is none.</param>
    /// <param name="level">At which level.</param>
    /// <param name="grounds">推荐理由; may be empty.</param>
    /// <param name="by">Who recommends.</param>
    /// <param name="at">When, in UTC.</param>
    /// <exception cref="RuleViolationException">The round is not final, or the grade is not A.</exception>
    public Recommendation(Participant participant, Grade? final, RecommendationLevel level, string? grounds, string by, DateTime at)
    {
        if (WhyNot(participant.Round.Stage, final) is { } why)
            throw new RuleViolationException($"不能推荐「{participant.BranchName}」：{why}。");
        Grounds = Text.OrBlank(grounds, GroundsMaxLength, "推荐理由");
        (Participant, ParticipantId, Level, RecommendedBy, RecommendedAt) = (participant, participant.Id, level, by, at);
    }

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public RecommendationLevel Level { get; private set; }

    public string Grounds { get; private set; } = "";

    public string RecommendedBy { get; private set; } = "";

    public DateTime RecommendedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Why a branch may not be recommended, without a full stop; null when it may (§3.9).</summary>
    public static string? WhyNot(RoundStage stage, Grade? final) => (stage, final) switch
    {
        (not RoundStage.Final, _) => "本年度还没有定级",
        (_, null) => "没有参加本年度评定",
        (_, Grade.A) => null,
        (_, { } grade) => $"定级结果是 {grade}（{grade.Word()}），只有 A（先进）可以推荐",
    };
}
