using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Rectification;

/// <summary>
/// 整改提升计划 of a branch in a round: drawn up from the review on, approved by the committee, running once the round is final, closed when every item is accepted.
/// </summary>
public sealed class ImprovementPlan
{
    /// <summary>As many items as one plan holds.</summary>
    public const int MostItems = 30;

    /// <summary>After so many months a D branch's plan that is not closed turns red.</summary>
    public const int UrgentAfterMonths = 6;

    private readonly List<PlanItem> _items = [];
    private readonly List<PlanReturn> _returns = [];

    private ImprovementPlan()
    {
    }

    public ImprovementPlan(Participant participant, PlanKind kind, string by, DateTime at) =>
        (Participant, ParticipantId, Kind, BegunBy, BegunAt) = (participant, participant.Id, kind, by, at);

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public PlanKind Kind { get; private set; }

    /// <summary>联系领导, whom a D branch must have.</summary>
    public string ContactLeader { get; private set; } = "";

    public DateTime BegunAt { get; private set; }

    public string BegunBy { get; private set; } = "";

    public DateTime? SubmittedAt { get; private set; }

    public string? SubmittedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<PlanItem> Items => _items;

    public IReadOnlyList<PlanReturn> Returns => _returns;

    /// <summary>Whether the branch may write in it.</summary>
    public bool IsDraft => SubmittedAt is null;

    /// <summary>Whether it was handed in at least once: until then its text is the branch's own, from then on whoever sees the plan reads it, also while it is sent back.</summary>
    public bool WasSubmitted => SubmittedAt is not null || _returns.Count > 0;

    /// <summary>What it has reached.</summary>
    /// <param name="roundIsFinal">Only then it runs.</param>
    /// <param name="isCarriedOn">Whether the branch exists, or another carries its plans on.</param>
    public PlanState StateOf(bool roundIsFinal, bool isCarriedOn = true) =>
        StateOf(SubmittedAt is not null, ApprovedAt is not null, _returns.Count > 0, _items.TrueForAll(item => item.State == PlanItemState.Accepted), roundIsFinal, isCarriedOn);

    /// <summary>The same, from figures.</summary>
    public static PlanState StateOf(bool isSubmitted, bool isApproved, bool wasReturned, bool allAccepted, bool roundIsFinal, bool isCarriedOn) => (isSubmitted, isApproved) switch
    {
        (true, true) when roundIsFinal && allAccepted => PlanState.Closed,
        _ when !isCarriedOn => PlanState.Lapsed,
        (false, _) => wasReturned ? PlanState.Returned : PlanState.Drafting,
        (_, false) => PlanState.Submitted,
        _ when !roundIsFinal => PlanState.Approved,
        _ => PlanState.Running,
    };

    /// <summary>Whether a branch of a grade must have a plan: C and D.</summary>
    public static bool IsRequired(Grade? grade) => grade is Grade.C or Grade.D;

    /// <summary>Whether a branch lacks the plan that it must have: by its published grade, and until a plan was handed in once.</summary>
    public static bool IsMissing(Grade? published, bool wasSubmitted) => IsRequired(published) && !wasSubmitted;

    /// <summary>Whether a D branch's plan is approved and has nobody of the leaders in contact: it was approved before the grade was known.</summary>
    public static bool LacksLeader(Grade? published, bool isApproved, bool isClosed, string contactLeader) => published == Grade.D && isApproved && !isClosed && contactLeader.Length == 0;

    /// <summary>What a plan of a branch of a grade is for, unless it chooses otherwise.</summary>
    public static PlanKind KindFor(Grade? grade) => grade switch
    {
        Grade.C or Grade.D => PlanKind.Rectify,
        Grade.A => PlanKind.Consolidate,
        _ => PlanKind.Rise,
    };

    /// <summary>Whether it stands in red: a D branch's plan that is not closed half a year after the grades became final; one that is missing too.</summary>
    /// <param name="grade">The branch's grade.</param>
    /// <param name="isClosed">Whether everything in it is accepted.</param>
    /// <param name="finalOn">The day on which the round became final; null before that.</param>
    /// <param name="today">Today.</param>
    public static bool IsUrgent(Grade? grade, bool isClosed, DateOnly? finalOn, DateOnly today) =>
        grade == Grade.D && !isClosed && finalOn is { } day && today >= day.AddMonths(UrgentAfterMonths);

    /// <summary>Changes what it is for and who of the leaders is in contact.</summary>
    public void Describe(PlanKind kind, string? contactLeader)
    {
        RequireDraft();
        (Kind, ContactLeader) = (kind, Text.OrBlank(contactLeader, PlanItem.PersonMaxLength, "联系领导"));
    }

    /// <summary>The committee says who of the leaders is in contact, when it approves the plan or later.</summary>
    /// <exception cref="RuleViolationException">The plan is not handed in, or a D branch would be left without.</exception>
    public void NameContactLeader(string? contactLeader, Grade? grade)
    {
        if (IsDraft)
            throw new RuleViolationException("计划还没有提交。");
        var named = Text.OrBlank(contactLeader, PlanItem.PersonMaxLength, "联系领导");
        if (grade == Grade.D && named.Length == 0)
            throw new RuleViolationException("D 级支部要有联系领导，请填写。");
        ContactLeader = named;
    }

    /// <summary>Adds an item at the end.</summary>
    public PlanItem Add(PlanItemOrigin origin, string? problem, string? cause, string? measure, Grade? targetGrade, string? responsiblePerson, string? contactLeader, DateOnly? dueOn)
    {
        RequireDraft();
        if (_items.Count >= MostItems)
            throw new RuleViolationException($"一份计划最多 {MostItems} 项。");
        var item = new PlanItem(origin, _items.Select(known => known.Order).DefaultIfEmpty().Max() + 1);
        item.Fill(problem, cause, measure, targetGrade, responsiblePerson, contactLeader, dueOn);
        _items.Add(item);
        return item;
    }

    public void Change(PlanItem item, string? problem, string? cause, string? measure, Grade? targetGrade, string? responsiblePerson, string? contactLeader, DateOnly? dueOn)
    {
        RequireDraft();
        RequireUnaccepted(item);
        item.Change(problem, cause, measure, targetGrade, responsiblePerson, contactLeader, dueOn);
    }

    public void Remove(PlanItem item)
    {
        RequireDraft();
        if (item.Entries.Count > 0)
            throw new RuleViolationException("这一项已经有进展记录，不能删除。");
        _items.Remove(item);
    }

    /// <summary>What still stands against handing it to the committee.</summary>
    /// <param name="grade">The branch's published grade; null before that.</param>
    /// <param name="today">Today; null where days are not asked about.</param>
    public IEnumerable<PlanGap> WhyNotSubmit(Grade? grade, DateOnly? today = null)
    {
        if (_items.Count == 0)
            yield return new PlanGap("至少写一项");
        foreach (var item in _items.OrderBy(item => item.Order).Index())
        {
            var missing = item.Item.Missing.ToList();
            if (missing.Count > 0)
                yield return new PlanGap($"第 {item.Index + 1} 项还没有写{string.Join('、', missing)}", item.Item);
            if (item.Item.TargetGrade > grade)
                yield return new PlanGap($"第 {item.Index + 1} 项的目标等级（{item.Item.TargetGrade} 级）比现在的等级（{grade} 级）还低，请改成不低于现在的等级", item.Item);
            // What was worked on before the plan came back keeps its day, also a past one: it is overdue, and stays so.
            if (item.Item is { Entries.Count: 0, DueOn: { } due } && due < today)
                yield return new PlanGap($"第 {item.Index + 1} 项的完成时限（{due:yyyy年M月d日}）已经过了，请往后改", item.Item);
        }

        if (grade == Grade.D && ContactLeader.Length == 0)
            yield return new PlanGap("D 级支部要有联系领导");
    }

    /// <summary>Hands it to the committee.</summary>
    /// <exception cref="RuleViolationException">It is handed in already, or something is missing.</exception>
    public void Submit(Grade? grade, string by, DateTime at, DateOnly? today = null)
    {
        RequireDraft();
        if (WhyNotSubmit(grade, today).FirstOrDefault() is { } why)
            throw new RuleViolationException($"还不能提交：{why.Text}。");
        (SubmittedBy, SubmittedAt) = (by, at);
    }

    /// <summary>The committee approves it.</summary>
    public void Approve(string by, DateTime at)
    {
        RequireWaiting();
        (ApprovedBy, ApprovedAt) = (by, at);
    }

    /// <summary>The committee sends it back with comments; an approved one too, to be changed.</summary>
    /// <exception cref="RuleViolationException">It is not handed in, or everything in it is accepted.</exception>
    public void Return(string? comment, string by, DateTime at)
    {
        if (IsDraft)
            throw new RuleViolationException("计划还没有提交，不用退回。");
        if (_items.Count > 0 && _items.TrueForAll(item => item.State == PlanItemState.Accepted))
            throw new RuleViolationException("计划已经全部销号，不能退回。");
        _returns.Add(new PlanReturn(comment, by, at));
        (SubmittedAt, SubmittedBy, ApprovedAt, ApprovedBy) = (null, null, null, null);
    }

    /// <summary>进展 of an item.</summary>
    /// <exception cref="RuleViolationException">The plan does not run, or the item waits for acceptance or is accepted.</exception>
    public PlanEntry Progress(PlanItem item, int percent, string? note, bool roundIsFinal, string by, DateTime at) => Running(roundIsFinal, () => item.Progress(percent, note, by, at));

    /// <summary>申请验收; the percentage is told along where it has changed.</summary>
    public PlanEntry Request(PlanItem item, string? note, bool roundIsFinal, string by, DateTime at, int? percent = null) => Running(roundIsFinal, () => item.Request(note, by, at, percent));

    /// <summary>验收通过（销号）.</summary>
    public PlanEntry Accept(PlanItem item, string? note, bool roundIsFinal, string by, DateTime at) => Running(roundIsFinal, () => item.Accept(note, by, at));

    /// <summary>验收不通过.</summary>
    public PlanEntry Refuse(PlanItem item, string? note, bool roundIsFinal, string by, DateTime at) => Running(roundIsFinal, () => item.Refuse(note, by, at));

    /// <summary>抽查 by the department.</summary>
    public PlanEntry SpotCheck(PlanItem item, string? note, bool roundIsFinal, string by, DateTime at) => Running(roundIsFinal, () => item.SpotCheck(note, by, at));

    /// <summary>重新整改 after a relapse; from the beginning, unless it is told how much is still done.</summary>
    public PlanEntry Reopen(PlanItem item, string? note, bool roundIsFinal, string by, DateTime at, int percent = 0) => Running(roundIsFinal, () => item.Reopen(percent, note, by, at));

    private PlanEntry Running(bool roundIsFinal, Func<PlanEntry> act)
    {
        if (ApprovedAt is null)
            throw new RuleViolationException("计划还没有批准。");
        if (!roundIsFinal)
            throw new RuleViolationException("本年度还没有定级，计划定级以后才开始执行。");
        return act();
    }

    private static void RequireUnaccepted(PlanItem item)
    {
        if (item.State == PlanItemState.Accepted)
            throw new RuleViolationException("这一项已经销号，不能再改。");
    }

    private void RequireDraft()
    {
        if (!IsDraft)
            throw new RuleViolationException("计划已经提交，不能再改；要改，请二级党组织退回。");
    }

    private void RequireWaiting()
    {
        if (IsDraft)
            throw new RuleViolationException("计划还没有提交。");
        if (ApprovedAt is not null)
            throw new RuleViolationException("计划已经批准。");
    }
}
