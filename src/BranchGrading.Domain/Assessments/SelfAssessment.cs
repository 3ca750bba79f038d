using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>
/// 自我评价 of a branch in a round: begun with the first thing filled in, handed in when complete, perhaps returned and handed in again;
/// or a total that came from paper.
/// </summary>
public sealed class SelfAssessment
{
    private readonly List<Submission> _submissions = [];
    private readonly List<AssessmentReturn> _returns = [];

    private SelfAssessment()
    {
    }

    /// <summary>Begins an assessment on line.</summary>
    public SelfAssessment(int participantId, string by, DateTime at) => (ParticipantId, BegunBy, BegunAt) = (participantId, by, at);

    /// <summary>A total that came from paper (来自纸质).</summary>
    public static SelfAssessment FromPaper(int participantId, decimal total, string by, DateTime at)
    {
        var assessment = new SelfAssessment { ParticipantId = participantId };
        assessment.ImportTotal(total, by, at);
        return assessment;
    }

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    /// <summary>When the first thing was filled in on line; null for one from paper.</summary>
    public DateTime? BegunAt { get; private set; }

    public string? BegunBy { get; private set; }

    /// <summary>When 基本情况 were confirmed.</summary>
    public DateTime? BasicsConfirmedAt { get; private set; }

    public string? BasicsConfirmedBy { get; private set; }

    /// <summary>自评得分 imported as a total, in points of 100; null where the items tell it.</summary>
    public decimal? ImportedTotal { get; private set; }

    /// <summary>自评得分 of the items as last handed in, in points of 100.</summary>
    public decimal? Total { get; private set; }

    /// <summary>When it was handed in; null while it is filled in or given back.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public string? SubmittedBy { get; private set; }

    /// <summary>代填: handed in by an officer for the branch.</summary>
    public bool OnBehalf { get; private set; }

    /// <summary>When it was last given back; null when it was not, or has been handed in again.</summary>
    public DateTime? ReturnedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Everything that was handed in, in order.</summary>
    public IReadOnlyList<Submission> Submissions => _submissions;

    /// <summary>How often and why it was given back, in order.</summary>
    public IReadOnlyList<AssessmentReturn> Returns => _returns;

    public bool IsFromPaper => ImportedTotal is not null;

    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>自评得分, in points of 100: of what is handed in; null before that.</summary>
    public decimal? Score => IsSubmitted ? ImportedTotal ?? Total : null;

    /// <summary>Whether an attachment was part of something that was handed in: then its content is kept for that.</summary>
    public bool HasHandedIn(int attachmentId) =>
        _submissions.Exists(submission => submission.Snapshot.Lines.Any(line => line.NamesAttachment() == attachmentId));

    /// <summary>Replaces the total that came from paper.</summary>
    /// <exception cref="RuleViolationException">The branch has begun on line.</exception>
    public void ImportTotal(decimal total, string by, DateTime at)
    {
        if (BegunAt is not null)
            throw new RuleViolationException("支部已经在网上逐项自评，不能再导入总分。");
        (ImportedTotal, SubmittedBy, SubmittedAt) = (Assessments.Score.Of(total), by, at);
    }

    /// <summary>The basic facts taken over from the roster are right.</summary>
    public void ConfirmBasics(string by, DateTime at)
    {
        RequireDraft();
        (BasicsConfirmedBy, BasicsConfirmedAt) = (by, at);
    }

    /// <summary>Hands in what is filled in.</summary>
    /// <param name="paper">All of it, complete.</param>
    /// <param name="onBehalf">代填: an officer does it for the branch.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <exception cref="RuleViolationException">It is handed in already, or something is missing.</exception>
    public Submission Submit(SelfAssessmentPaper paper, bool onBehalf, string by, DateTime at)
    {
        RequireDraft();
        if (paper.Missing().FirstOrDefault() is { } missing)
            throw new RuleViolationException($"还不能提交：{missing.Text}。");
        var content = paper.Content();
        var previous = _submissions.MaxBy(submission => submission.Number);
        (Total, SubmittedBy, SubmittedAt, OnBehalf, ReturnedAt) = (paper.Sum.Score, by, at, onBehalf, null);
        var submission = new Submission((previous?.Number ?? 0) + 1, Total!.Value, content, previous is null ? [] : content.Since(previous.Snapshot), onBehalf, by, at);
        _submissions.Add(submission);
        return submission;
    }

    /// <summary>Gives it back to the branch, which may change it again.</summary>
    /// <exception cref="RuleViolationException">It is not handed in, came from paper, or neither reason nor item is named.</exception>
    public void Return(string? reason, IEnumerable<ReturnedPart> parts, string by, DateTime at)
    {
        if (IsFromPaper)
            throw new RuleViolationException("自评得分来自纸质材料，没有网上的表可以退回。");
        if (!IsSubmitted)
            throw new RuleViolationException("支部还没有提交自我评价，不用退回。");
        _returns.Add(new AssessmentReturn(reason, parts, _submissions.Max(submission => submission.Number), by, at));
        (SubmittedAt, SubmittedBy, ReturnedAt) = (null, null, at);
    }

    /// <summary>Why it cannot be filled in now; null when it can.</summary>
    public string? WhyNotDraft => IsFromPaper ? "自评得分来自纸质材料，由学院登记，网上不用再填。"
        : IsSubmitted ? "自我评价已经提交，不能再改；确需修改，请学院退回。"
        : null;

    private void RequireDraft()
    {
        if (WhyNotDraft is { } why)
            throw new RuleViolationException(why);
    }
}
