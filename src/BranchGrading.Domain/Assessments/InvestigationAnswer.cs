using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>One of the seven answers of 调查摸底: the branch's own, or what the committee confirmed or corrected.</summary>
public sealed class InvestigationAnswer
{
    public const int ExplanationMaxLength = 500;

    private InvestigationAnswer()
    {
    }

    public InvestigationAnswer(int participantId, Scorer scorer, Question question) => (ParticipantId, Scorer, Question) = (participantId, scorer, question);

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public Scorer Scorer { get; private set; }

    public Question Question { get; private set; }

    public AnswerLevel? Level { get; private set; }

    public string Explanation { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>基本 and 否 want to be explained.</summary>
    public bool IsComplete => Level is { } level && (level == AnswerLevel.Yes || Explanation.Length > 0);

    public void Fill(AnswerLevel? level, string? explanation, string by, DateTime at)
    {
        Explanation = Text.OrBlank(explanation, ExplanationMaxLength, $"「{Question.Word()}」的说明");
        (Level, SavedBy, SavedAt) = (level, by, at);
    }
}
