using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Rectification;

/// <summary>整改事项: problem, cause, measure, target, persons and day, and what became of it.</summary>
public sealed class PlanItem
{
    public const int TextMaxLength = 500;
    public const int PersonMaxLength = 60;

    /// <summary>What is refused, or begun once more, is not all done, whatever its branch told.</summary>
    public const int MostPercentRefused = 90;

    private readonly List<PlanEntry> _entries = [];

    private PlanItem()
    {
    }

    internal PlanItem(PlanItemOrigin origin, int order) => (Origin, Order) = (origin, order);

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    /// <summary>The place in the plan, growing; gaps are nothing.</summary>
    public int Order { get; private set; }

    public PlanItemOrigin Origin { get; private set; }

    /// <summary>存在的主要问题</summary>
    public string Problem { get; private set; } = "";

    /// <summary>原因</summary>
    public string Cause { get; private set; } = "";

    /// <summary>整改措施</summary>
    public string Measure { get; private set; } = "";

    /// <summary>目标等级</summary>
    public Grade? TargetGrade { get; private set; }

    /// <summary>责任人</summary>
    public string ResponsiblePerson { get; private set; } = "";

    /// <summary>联系领导; empty where that of the plan holds.</summary>
    public string ContactLeader { get; private set; } = "";

    /// <summary>完成时限</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>How much is done, of a hundred.</summary>
    public int Percent { get; private set; }

    public DateTime? RequestedAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public string? AcceptedBy { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyList<PlanEntry> Entries => _entries;

    public PlanItemState State => StateOf(RequestedAt, AcceptedAt);

    /// <summary>Whether the day of completion has passed and it is not accepted.</summary>
    public bool IsOverdue(DateOnly today) => IsOverdue(DueOn, AcceptedAt, today);

    /// <summary>What an item has reached, by its moments.</summary>
    public static PlanItemState StateOf(DateTime? requestedAt, DateTime? acceptedAt) =>
        acceptedAt is not null ? PlanItemState.Accepted : requestedAt is not null ? PlanItemState.Requested : PlanItemState.Open;

    /// <summary>Whether an item is past its day and not accepted.</summary>
    public static bool IsOverdue(DateOnly? dueOn, DateTime? acceptedAt, DateOnly today) => acceptedAt is null && dueOn < today;

    /// <summary>What is still blank.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Problem.Length == 0)
                yield return "存在的主要问题";
            if (Measure.Length == 0)
                yield return "整改措施";
            if (ResponsiblePerson.Length == 0)
                yield return "责任人";
            if (DueOn is null)
                yield return "完成时限";
            if (TargetGrade is null)
                yield return "目标等级";
        }
    }

    /// <summary>Whoever asked for acceptance asked for that of what stood there.</summary>
    internal void Change(string? problem, string? cause, string? measure, Grade? targetGrade, string? responsiblePerson, string? contactLeader, DateOnly? dueOn)
    {
        Fill(problem, cause, measure, targetGrade, responsiblePerson, contactLeader, dueOn);
        RequestedAt = null;
    }

    internal void Fill(string? problem, string? cause, string? measure, Grade? targetGrade, string? responsiblePerson, string? contactLeader, DateOnly? dueOn)
    {
        (Problem, Cause, Measure) = (Text.OrBlank(problem, TextMaxLength, "存在的主要问题"), Text.OrBlank(cause, TextMaxLength, "原因"), Text.OrBlank(measure, TextMaxLength, "整改措施"));
        (ResponsiblePerson, ContactLeader) = (Text.OrBlank(responsiblePerson, PersonMaxLength, "责任人"), Text.OrBlank(contactLeader, PersonMaxLength, "联系领导"));
        if (dueOn is { Year: < GradingRound.FirstYear or > GradingRound.LastYear })
            throw new RuleViolationException($"完成时限应在 {GradingRound.FirstYear} 年到 {GradingRound.LastYear} 年之间。");
        (TargetGrade, DueOn) = (targetGrade, dueOn);
    }

    internal PlanEntry Progress(int percent, string? note, string by, DateTime at)
    {
        Require(PlanItemState.Open, "这一项已经申请验收或者销号，不能再报进展。");
        Percent = Checked(percent);
        return Add(PlanEntryKind.Progress, note, by, at);
    }

    internal PlanEntry Request(string? note, string by, DateTime at, int? percent = null)
    {
        Require(PlanItemState.Open, "这一项已经申请验收或者销号。");
        Percent = Checked(percent ?? Percent);
        var entry = Add(PlanEntryKind.Request, note, by, at);
        RequestedAt = at;
        return entry;
    }

    internal PlanEntry Accept(string? note, string by, DateTime at)
    {
        Require(PlanItemState.Requested, "支部还没有申请验收。");
        Percent = 100;
        (AcceptedAt, AcceptedBy) = (at, by);
        return Add(PlanEntryKind.Accept, note, by, at);
    }

    internal PlanEntry Refuse(string? note, string by, DateTime at)
    {
        Require(PlanItemState.Requested, "支部还没有申请验收。");
        Percent = Math.Min(Percent, MostPercentRefused);
        var entry = Add(PlanEntryKind.Refuse, note, by, at);
        RequestedAt = null;
        return entry;
    }

    internal PlanEntry SpotCheck(string? note, string by, DateTime at) => Add(PlanEntryKind.SpotCheck, note, by, at);

    internal PlanEntry Reopen(int percent, string? note, string by, DateTime at)
    {
        Require(PlanItemState.Accepted, "这一项还没有销号，不用重新整改。");
        Percent = percent is >= 0 and <= MostPercentRefused ? percent : throw new RuleViolationException($"重新整改以后的完成比例应在 0 到 {MostPercentRefused} 之间。");
        var entry = Add(PlanEntryKind.Reopen, note, by, at);
        (RequestedAt, AcceptedAt, AcceptedBy) = (null, null, null);
        return entry;
    }

    private static int Checked(int percent) => percent is >= 0 and <= 100 ? percent : throw new RuleViolationException("完成比例应在 0 到 100 之间。");

    private PlanEntry Add(PlanEntryKind kind, string? note, string by, DateTime at)
    {
        var entry = new PlanEntry(kind, Percent, note, by, at);
        _entries.Add(entry);
        return entry;
    }

    private void Require(PlanItemState state, string why)
    {
        if (State != state)
            throw new RuleViolationException(why);
    }
}
