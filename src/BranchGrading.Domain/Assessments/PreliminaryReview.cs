using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>初审初评: the committee's score, veto, opinion and proposed grade for a branch, worked out on line or taken over from paper.</summary>
public sealed class PreliminaryReview
{
    public const int OpinionMaxLength = 1000;
    public const int ContactLeaderMaxLength = 60;

    private readonly List<InvestigationMethod> _methods = [];
    private readonly List<ReviewCompletion> _completions = [];

    private PreliminaryReview()
    {
    }

    public PreliminaryReview(int participantId) => ParticipantId = participantId;

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    /// <summary>初评得分 imported as a total, in points of 100; null where not given.</summary>
    public decimal? ImportedTotal { get; private set; }

    /// <summary>初评得分 of the items as completed, in points of 100.</summary>
    public decimal? Total { get; private set; }

    /// <summary>一票否决 as marked by the committee.</summary>
    public bool Vetoed { get; private set; }

    public string? Opinion { get; private set; }

    /// <summary>初评等级: recorded, does not enter the computation.</summary>
    public Grade? ProposedGrade { get; private set; }

    /// <summary>联系领导 of the branch.</summary>
    public string? ContactLeader { get; private set; }

    /// <summary>How the committee looked before it confirmed the seven answers.</summary>
    public IReadOnlyList<InvestigationMethod> Methods => _methods;

    /// <summary>学习型党组织建设 passed acceptance; null when not told. A reference figure.</summary>
    public bool? LearningAccepted { get; private set; }

    /// <summary>满意度 of the organisation, in percent. A reference figure.</summary>
    public decimal? OrganisationSatisfaction { get; private set; }

    /// <summary>满意度 of the organisation's head, in percent. A reference figure.</summary>
    public decimal? HeadSatisfaction { get; private set; }

    /// <summary>When it was completed, or came from paper; null while it is worked on.</summary>
    public DateTime? CompletedAt { get; private set; }

    public string? CompletedBy { get; private set; }

    /// <summary>Who last wrote opinion, grade and reference figures, or imported the result.</summary>
    public DateTime RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>Every time it was completed, in order; none for one from paper.</summary>
    public IReadOnlyList<ReviewCompletion> Completions => _completions;

    public bool IsCompleted => CompletedAt is not null;

    public bool IsFromPaper => IsCompleted && Total is null;

    /// <summary>初评得分, in points of 100: of what is completed; null before that.</summary>
    public decimal? Score => IsCompleted ? ImportedTotal ?? Total : null;

    /// <summary>Whether a veto of the committee applies: one that is completed (§3.5a).</summary>
    public bool VetoApplies => IsCompleted && Vetoed;

    /// <summary>Takes over what the committee worked out on paper.</summary>
    public void Import(decimal? total, bool vetoed, string? opinion, Grade? proposedGrade, string by, DateTime at)
    {
        if (Total is not null)
            throw new RuleViolationException("已经在网上逐项初评，不能再导入初评结果。");
        ImportedTotal = total is { } points ? Assessments.Score.Of(points) : null;
        Opinion = Text.Optional(opinion, OpinionMaxLength, "初评意见");
        (Vetoed, ProposedGrade, RecordedBy, RecordedAt) = (vetoed, proposedGrade, by, at);
        (CompletedBy, CompletedAt) = (by, at);
    }

    /// <summary>Writes opinion and proposed grade.</summary>
    public void WriteOpinion(string? opinion, Grade? proposedGrade, string? contactLeader, string by, DateTime at)
    {
        RequireOpen();
        Opinion = Text.Optional(opinion, OpinionMaxLength, "初评意见");
        ContactLeader = Text.Optional(contactLeader, ContactLeaderMaxLength, "联系领导");
        (ProposedGrade, RecordedBy, RecordedAt) = (proposedGrade, by, at);
    }

    /// <summary>Writes how the committee looked, and the reference figures.</summary>
    public void WriteFindings(
        IEnumerable<InvestigationMethod> methods, bool? learningAccepted, decimal? organisationSatisfaction, decimal? headSatisfaction, string by, DateTime at)
    {
        RequireOpen();
        _methods.Clear();
        _methods.AddRange(methods.Distinct().Order());
        (OrganisationSatisfaction, HeadSatisfaction) = (Percent(organisationSatisfaction), Percent(headSatisfaction));
        (LearningAccepted, RecordedBy, RecordedAt) = (learningAccepted, by, at);
    }

    /// <summary>Completes the review: its score counts from now on.</summary>
    /// <exception cref="RuleViolationException">It is completed already, or something is missing.</exception>
    public void Complete(ReviewPaper paper, string by, DateTime at)
    {
        RequireOpen();
        if (paper.Missing().FirstOrDefault() is { } missing)
            throw new RuleViolationException($"还不能完成初评：{missing.Text}。");
        var content = paper.Content();
        var previous = _completions.MaxBy(completion => completion.Number);
        (Total, Vetoed, CompletedBy, CompletedAt) = (paper.Sum.Score, paper.Vetoed, by, at);
        _completions.Add(new ReviewCompletion((previous?.Number ?? 0) + 1, Total!.Value, content, ChangesOf(content, previous?.Snapshot, paper), by, at));
    }

    /// <summary>Takes the completion back, so that something can be changed.</summary>
    public void Reopen()
    {
        if (IsFromPaper)
            throw new RuleViolationException("初评结果来自纸质材料，请重新导入来修改。");
        (Total, CompletedBy, CompletedAt) = (null, null, null);
    }

    /// <summary>Why nothing of it can be changed now; null when it can.</summary>
    public string? WhyNotOpen => IsFromPaper ? "初评结果来自纸质材料，网上不用再填；要改请重新导入。"
        : IsCompleted ? "初评已经完成；要改请先点「继续修改」。"
        : null;

    private void RequireOpen()
    {
        if (WhyNotOpen is { } why)
            throw new RuleViolationException(why);
    }

    private static IReadOnlyList<ContentChange> ChangesOf(AssessmentContent content, AssessmentContent? previous, ReviewPaper paper) => previous is not null
        ? content.Since(previous)
        : content.Since(paper.Self.Content()).Where(change => change.New is not null).ToList();

    private static decimal? Percent(decimal? share) => share is null or (>= 0 and <= 100)
        ? Rounding.Round(share)
        : throw new RuleViolationException("满意度应在 0 到 100 之间。");
}
