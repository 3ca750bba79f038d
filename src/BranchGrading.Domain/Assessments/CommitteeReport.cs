using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>
/// 初评意见报告: all reviews of a committee, handed up together with the date of its meeting and the reasons for missing branches.
/// Handing it up locks the reviews; the department may give back all of it or single branches (§2.3, §2.4).
/// </summary>
public sealed class CommitteeReport
{
    public const int ReasonMaxLength = 500;

    private readonly List<MissingBranch> _missing = [];
    private readonly List<ReturnedBranch> _returned = [];

    private CommitteeReport()
    {
    }

    public CommitteeReport(int roundId, int committeeId) => (RoundId, CommitteeId) = (roundId, committeeId);

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public GradingRound Round { get; private set; } = null!;

    public int CommitteeId { get; private set; }

    public Committee Committee { get; private set; } = null!;

    /// <summary>党委会议（党政联席会）的日期</summary>
    public DateOnly? MeetingOn { get; private set; }

    /// <summary>Who last wrote something into it, and when.</summary>
    public DateTime SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    /// <summary>When it was handed up; null before that and after it was given back as a whole.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public string? SubmittedBy { get; private set; }

    /// <summary>When all of it was last given back; null when it was not, or has been handed up again.</summary>
    public DateTime? ReturnedAt { get; private set; }

    public string? ReturnedBy { get; private set; }

    public string? ReturnReason { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Branches without a review, with the reason.</summary>
    public IReadOnlyList<MissingBranch> Missing => _missing;

    /// <summary>Branches given back one by one.</summary>
    public IReadOnlyList<ReturnedBranch> Returned => _returned;

    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>Whether the review of a branch is locked: the report is up and the branch was not given back.</summary>
    public bool Locks(int participantId) => IsSubmitted && !IsReturned(participantId);

    /// <summary>Whether the branch was given back and has not been completed since.</summary>
    public bool IsReturned(int participantId) => _returned.Any(branch => branch.ParticipantId == participantId && branch.SettledAt is null);

    /// <summary>The department gave the whole report, or this branch of it, back: whoever worked on it has longer. A whole report is back until it is handed up again.</summary>
    public bool IsBack(int participantId) => ReturnedAt is not null || IsReturned(participantId);

    /// <summary>Keeps what was typed so far.</summary>
    public void Draft(DateOnly? meetingOn, IEnumerable<MissingBranch> missing, string by, DateTime at)
    {
        if (IsSubmitted)
            throw new RuleViolationException("初评意见报告已经上报，不能再改。");
        (MeetingOn, SavedBy, SavedAt) = (meetingOn, by, at);
        Replace(missing);
    }

    /// <summary>Hands the report up.</summary>
    /// <param name="meetingOn">The committee's meeting that settled it.</param>
    /// <param name="missing">The branches without a review, with reasons.</param>
    /// <param name="branches">Every branch of the committee in the round: its id, its name, and whether its review is ready.</param>
    /// <param name="today">The school's day.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <exception cref="RuleViolationException">It is up already, a branch is neither reviewed nor listed, or the meeting is in the future.</exception>
    public void Submit(
        DateOnly? meetingOn, IReadOnlyCollection<MissingBranch> missing, IReadOnlyCollection<(int ParticipantId, string Name, bool IsReady)> branches, DateOnly today, string by, DateTime at)
    {
        if (IsSubmitted)
            throw new RuleViolationException("初评意见报告已经上报。");
        MeetingOn = meetingOn ?? throw new RuleViolationException("请填写党委会议（党政联席会）的日期。");
        if (meetingOn > today)
            throw new RuleViolationException("会议日期不能晚于今天。");
        if (branches.FirstOrDefault(branch => !branch.IsReady && missing.All(listed => listed.ParticipantId != branch.ParticipantId)) is { Name: { } name })
            throw new RuleViolationException($"「{name}」还没有完成初评，请完成，或写明缺报的原因。");
        Replace(missing.Where(listed => branches.Any(branch => branch.ParticipantId == listed.ParticipantId && !branch.IsReady)));
        (SavedBy, SavedAt, SubmittedBy, SubmittedAt) = (by, at, by, at);
        (ReturnedAt, ReturnedBy, ReturnReason) = (null, null, null);
    }

    /// <summary>The department gives all of it back.</summary>
    public void Return(string reason, string by, DateTime at)
    {
        RequireSubmitted();
        ReturnReason = Text.Required(reason, ReasonMaxLength, "退回的理由");
        (SubmittedAt, SubmittedBy, ReturnedBy, ReturnedAt) = (null, null, by, at);
        foreach (var branch in _returned)
            branch.Settle(at);
    }

    /// <summary>The department gives one branch back; the rest stays up.</summary>
    public void ReturnBranch(int participantId, string reason, string by, DateTime at)
    {
        RequireSubmitted();
        if (IsReturned(participantId))
            throw new RuleViolationException("这个支部已经退回，正在修改。");
        _returned.Add(new ReturnedBranch(participantId, reason, by, at));
    }

    /// <summary>A branch given back is done again: it is locked like the rest.</summary>
    public void Settle(int participantId, DateTime at)
    {
        foreach (var branch in _returned.Where(branch => branch.ParticipantId == participantId))
            branch.Settle(at);
        _missing.RemoveAll(branch => branch.ParticipantId == participantId);
    }

    private void RequireSubmitted()
    {
        if (!IsSubmitted)
            throw new RuleViolationException("初评意见报告还没有上报，不用退回。");
    }

    private void Replace(IEnumerable<MissingBranch> missing)
    {
        var listed = missing.ToList();
        _missing.Clear();
        _missing.AddRange(listed);
    }
}
