using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>退回: the committee gives a self-assessment back, naming items and reasons; only this form unlocks (§2.3).</summary>
public sealed class AssessmentReturn
{
    public const int ReasonMaxLength = 500;

    private readonly List<ReturnedPart> _parts = [];

    private AssessmentReturn()
    {
    }

    internal AssessmentReturn(string? reason, IEnumerable<ReturnedPart> parts, int submission, string by, DateTime at)
    {
        Reason = Text.OrBlank(reason, ReasonMaxLength, "退回的理由");
        _parts.AddRange(parts);
        if (Reason.Length == 0 && _parts.Count == 0)
            throw new RuleViolationException("请写明退回的理由，或者指出要修改的项目。");
        (Submission, ReturnedBy, ReturnedAt) = (submission, by, at);
    }

    public int Id { get; private set; }

    public int SelfAssessmentId { get; private set; }

    /// <summary>The number of the submission that came back.</summary>
    public int Submission { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime ReturnedAt { get; private set; }

    public string ReturnedBy { get; private set; } = "";

    public IReadOnlyList<ReturnedPart> Parts => _parts;
}
