using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Rounds;

/// <summary>年度分类定级: one year's campaign. It owns its rules, deadlines, standards, exclusions and participants.</summary>
public sealed class GradingRound
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    private readonly List<RoundStandard> _standards = [];
    private readonly List<Participant> _participants = [];
    private readonly List<Exclusion> _exclusions = [];
    private readonly List<RuleChange> _ruleChanges = [];
    private readonly List<PlaceTransfer> _placeTransfers = [];

    private GradingRound()
    {
    }

    public GradingRound(int year, RoundRules rules, RoundDeadlines deadlines)
    {
        if (year is < FirstYear or > LastYear)
            throw new RuleViolationException($"年度应在 {FirstYear} 到 {LastYear} 之间。");
        Year = year;
        AssessedYear = year - 1;
        Rules = rules;
        Deadlines = deadlines;
    }

    public int Id { get; private set; }

    /// <summary>年度; one round a year.</summary>
    public int Year { get; private set; }

    /// <summary>The year whose work is assessed: 上一年度.</summary>
    public int AssessedYear { get; private set; }

    public RoundRules Rules { get; private set; } = new();

    public RoundDeadlines Deadlines { get; private set; } = new();

    /// <summary>Keys of the rules that are not in the document and were confirmed one by one, joined with commas (§2.1).</summary>
    public string ConfirmedRules { get; private set; } = "";

    public DateTime? OpenedAt { get; private set; }

    public string? OpenedBy { get; private set; }

    public Publication? Publication { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<RoundStandard> Standards => _standards;

    public IReadOnlyList<Participant> Participants => _participants;

    public IReadOnlyList<Exclusion> Exclusions => _exclusions;

    public IReadOnlyList<RuleChange> RuleChanges => _ruleChanges;

    public IReadOnlyList<PlaceTransfer> PlaceTransfers => _placeTransfers;

    public bool IsOpened => OpenedAt is not null;

    public RoundStage Stage => StageOf(OpenedAt, Publication?.PublishedAt, Publication?.FinalAt);

    /// <summary>What has been reached, from the three moments that tell it.</summary>
    public static RoundStage StageOf(DateTime? openedAt, DateTime? publishedAt, DateTime? finalAt) => (openedAt, publishedAt, finalAt) switch
    {
        (_, _, not null) => RoundStage.Final,
        (_, not null, _) => RoundStage.Published,
        (not null, _, _) => RoundStage.Open,
        _ => RoundStage.Preparing,
    };

    /// <summary>Sets rules, deadlines and confirmations while the round is prepared.</summary>
    /// <exception cref="RuleViolationException">The round is opened; from then on a rule changes with a reason.</exception>
    public void Prepare(RoundRules rules, RoundDeadlines deadlines, IEnumerable<string> confirmedRules)
    {
        if (IsOpened)
            throw new RuleViolationException("本年度已经开始，规则只能写明理由后逐项修改。");
        rules.Validate();
        Rules = rules;
        SetDeadlines(deadlines);
        ConfirmedRules = string.Join(',', confirmedRules.Order(StringComparer.Ordinal));
    }

    /// <summary>Moves the deadlines; allowed until the grades are published.</summary>
    public void SetDeadlines(RoundDeadlines deadlines)
    {
        RequireUnpublished();
        Deadlines = deadlines;
    }

    /// <summary>Points a branch type to its scoring standard.</summary>
    public void UseStandard(BranchType type, int standardId)
    {
        if (IsOpened)
            throw new RuleViolationException("本年度已经开始，评分标准不能再换。");
        _standards.RemoveAll(standard => standard.BranchType == type);
        _standards.Add(new RoundStandard(type, standardId));
    }

    /// <summary>The scoring standard of a branch type.</summary>
    /// <exception cref="RuleViolationException">None is chosen.</exception>
    public int StandardOf(BranchType type) => _standards.FirstOrDefault(standard => standard.BranchType == type)?.StandardId
        ?? throw new RuleViolationException($"还没有为{type.Word()}党支部指定评分标准。");

    /// <summary>Leaves a branch out of the round, with a reason.</summary>
    public void Exclude(int branchId, string reason, string by, DateTime at)
    {
        RequireUnpublished();
        if (_exclusions.Any(exclusion => exclusion.BranchId == branchId))
            throw new RuleViolationException("这个支部已经不参加本年度评定。");
        _exclusions.Add(new Exclusion(branchId, reason, by, at));
    }

    /// <summary>Lets an excluded branch take part again.</summary>
    public void Include(int branchId)
    {
        RequireUnpublished();
        if (_exclusions.RemoveAll(exclusion => exclusion.BranchId == branchId) == 0)
            throw new RuleViolationException("这个支部本来就参加本年度评定。");
    }

    /// <summary>Opens the round and freezes names, types, units, secretaries, member counts and standards (§2.1).</summary>
    /// <param name="branches">All active branches, with committee, terms and persons.</param>
    /// <param name="by">Who opens.</param>
    /// <param name="at">When, in UTC.</param>
    public void Open(IEnumerable<Branch> branches, string by, DateTime at)
    {
        if (IsOpened)
            throw new RuleViolationException("本年度已经开始。");
        if (RulesToConfirm().FirstOrDefault() is { } unconfirmed)
            throw new RuleViolationException($"还有规则没有确认：{unconfirmed}。");
        foreach (var branch in branches.Where(branch => branch.IsActive))
        {
            _participants.Add(new Participant(branch, StandardOf(branch.Type)));
        }

        if (!_participants.Any(participant => _exclusions.All(exclusion => exclusion.BranchId != participant.BranchId)))
        {
            _participants.Clear();
            throw new RuleViolationException("没有参加评定的支部，请先导入或录入党组织名册。");
        }

        (OpenedAt, OpenedBy) = (at, by);
    }

    /// <summary>Takes in a branch that was founded, or forgotten, after the opening (补充参评); it is frozen as it is now.</summary>
    /// <param name="branch">An active branch with committee, terms and persons; the caller makes sure that it does not take part already.</param>
    /// <param name="sibling">A participant of the same committee, whose name, code, kind and order were frozen at the opening; null where there is none.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who takes it in.</param>
    /// <param name="at">When, in UTC.</param>
    /// <exception cref="RuleViolationException">The round is not open, or the branch is dissolved or excluded.</exception>
    public Participant AddLate(Branch branch, Participant? sibling, string reason, string by, DateTime at)
    {
        RequireOpen();
        if (!branch.IsActive)
            throw new RuleViolationException("这个支部已经撤销，不能参加评定。");
        if (_exclusions.Any(exclusion => exclusion.BranchId == branch.Id))
            throw new RuleViolationException("这个支部已设为不参加本年度评定，请在参评支部里恢复。");
        var participant = Participant.Late(branch, sibling, StandardOf(branch.Type), reason, by, at);
        _participants.Add(participant);
        return participant;
    }

    /// <summary>Names of the rules that the document does not state, or states otherwise, and that are not yet confirmed.</summary>
    public IEnumerable<string> RulesToConfirm()
    {
        var confirmed = ConfirmedRules.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return RoundRule.All.Where(rule => rule.NeedsConfirmation(Rules) && !confirmed.Contains(rule.Key)).Select(rule => rule.Name);
    }

    /// <summary>Changes rules of an opened round, with a reason that is printed under 附表4 (§2.1).</summary>
    /// <param name="rules">The rules from now on.</param>
    /// <param name="freedom">What has happened so far, and with it which rules may still change.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    public void ChangeRules(RoundRules rules, RuleFreedom freedom, string reason, string by, DateTime at)
    {
        RequireOpen();
        rules.Validate();
        var differences = RoundRules.Differences(Rules, rules);
        if (differences.Count == 0)
            throw new RuleViolationException("没有改动任何规则。");
        if (freedom.WhyNot(Rules, rules) is { } locked)
            throw new RuleViolationException(locked);
        foreach (var difference in differences)
            _ruleChanges.Add(new RuleChange(difference.Name, difference.Old, difference.New, reason, by, at));
        Rules = rules;
    }

    /// <summary>Moves places for A from one group to another, with a reason (名额调剂, §3.6).</summary>
    public void TransferPlaces(string fromGroup, string toGroup, int places, string reason, string by, DateTime at)
    {
        RequireOpen();
        if (Rules.CapScope == CapScope.School)
            throw new RuleViolationException("名额全校统一计算，不需要调剂。");
        if (fromGroup == toGroup)
            throw new RuleViolationException("调出和调入不能是同一组。");
        _placeTransfers.Add(new PlaceTransfer(fromGroup, toGroup, places, reason, by, at));
    }

    /// <summary>Publishes the grades with the meeting's date and document number; publicity begins (§2.5).</summary>
    public void Publish(Publication publication)
    {
        RequireOpen();
        Publication = publication;
    }

    /// <summary>Ends the publicity: the grades are final.</summary>
    /// <exception cref="RuleViolationException">Not published, final already, or the publicity still runs.</exception>
    public void MakeFinal(DateOnly today, string by, DateTime at)
    {
        if (Publication is null)
            throw new RuleViolationException("等级还没有公示，不能定级。");
        Publication.MakeFinal(today, by, at);
    }

    /// <summary>Why nobody can work on the round now; null when it is open.</summary>
    public string? WhyNotOpen => !IsOpened ? "本年度还没有开始。" : Publication is not null ? "等级已经公示，不能再改。" : null;

    /// <exception cref="RuleViolationException">The round is not open for work.</exception>
    public void RequireOpen()
    {
        if (WhyNotOpen is { } why)
            throw new RuleViolationException(why);
    }

    private void RequireUnpublished()
    {
        if (Publication is not null)
            throw new RuleViolationException("等级已经公示，不能再改。");
    }
}
