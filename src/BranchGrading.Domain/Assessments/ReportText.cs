using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>One part of a branch's 自我评价报告: plain text with paragraphs.</summary>
public sealed class ReportText
{
    /// <summary>The longest text of a part, in characters.</summary>
    public const int MaxLength = 3000;

    private ReportText()
    {
    }

    public ReportText(int participantId, ReportSection section) => (ParticipantId, Section) = (participantId, section);

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public ReportSection Section { get; private set; }

    public string Content { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    public void Fill(string? content, string by, DateTime at)
    {
        Content = Text.OrBlank(content, MaxLength, $"「{Section.Word()}」");
        (SavedBy, SavedAt) = (by, at);
    }
}
