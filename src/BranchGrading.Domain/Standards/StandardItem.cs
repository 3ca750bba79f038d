using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Standards;

/// <summary>评分项目: one item of a standard, with what it asks, what shows it, and how it is scored (§3.1).</summary>
public sealed class StandardItem
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>The longest guidance, in characters.</summary>
    public const int GuidanceLength = 2000;

    /// <summary>The longest list of evidence, in characters.</summary>
    public const int RequiredEvidenceLength = 1000;

    private readonly List<ItemOption> _options = [];
    private readonly List<BranchType> _notApplicableTo = [];

    private StandardItem() => (Name, Guidance, RequiredEvidence) = (null!, null!, null!);

    private StandardItem(string name, string guidance, string evidence, ItemMethod method, decimal maxPoints)
    {
        Name = Text.Required(name, NameLength, "项目名称");
        Guidance = Text.OrBlank(guidance, GuidanceLength, $"「{Name}」的评分说明");
        RequiredEvidence = Text.OrBlank(evidence, RequiredEvidenceLength, $"「{Name}」的佐证材料");
        Method = method;
        MaxPoints = Marks.Of(maxPoints, $"「{Name}」的分值");
        if (method != ItemMethod.Veto && maxPoints == 0)
            throw new RuleViolationException($"「{Name}」的分值应大于 0");
    }

    /// <summary>The number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The place in the head, from 1.</summary>
    public int Order { get; internal set; }

    /// <summary>项目名称</summary>
    public string Name { get; private set; }

    /// <summary>评分说明: what is asked and how points are given.</summary>
    public string Guidance { get; private set; }

    /// <summary>佐证材料: what shows it; blank where nothing need be shown.</summary>
    public string RequiredEvidence { get; private set; }

    /// <summary>计分方式</summary>
    public ItemMethod Method { get; private set; }

    /// <summary>分值: the most points; 0 for a veto.</summary>
    public decimal MaxPoints { get; private set; }

    /// <summary>The points of one occurrence (deduction) or one event (bonus); 0 for other methods.</summary>
    public decimal UnitPoints { get; private set; }

    /// <summary>Within or beyond the full marks; meaningful for a bonus.</summary>
    public BonusKind BonusKind { get; private set; }

    /// <summary>Whose ballots fill it; only for a vote.</summary>
    public Panel? Panel { get; private set; }

    /// <summary>The choices, in order; only for options.</summary>
    public IReadOnlyList<ItemOption> Options => _options;

    /// <summary>不适用的支部类型: their full marks do without this item.</summary>
    public IReadOnlyList<BranchType> NotApplicableTo => _notApplicableTo;

    /// <summary>An item judged between 0 and the most (§3.1).</summary>
    public static StandardItem ByPoints(string name, string guidance, string evidence, decimal maxPoints) =>
        new(name, guidance, evidence, ItemMethod.Points, maxPoints);

    /// <summary>An item of named choices; its most is the best of them (§3.1).</summary>
    /// <exception cref="RuleViolationException">There are fewer than two choices, or two have one name.</exception>
    public static StandardItem ByOptions(string name, string guidance, string evidence, params IReadOnlyList<ItemOption> options)
    {
        if (options.Count < 2)
            throw new RuleViolationException($"「{name}」至少要有两个选项");
        if (options.DistinctBy(option => NameKey.Of(option.Name)).Count() < options.Count)
            throw new RuleViolationException($"「{name}」有重名的选项");
        var item = new StandardItem(name, guidance, evidence, ItemMethod.Options, options.Max(option => option.Points));
        foreach (var option in options)
        {
            option.Order = item._options.Count + 1;
            item._options.Add(option);
        }

        return item;
    }

    /// <summary>An item that starts full and loses points with every occurrence (§3.1).</summary>
    public static StandardItem ByDeduction(string name, string guidance, string evidence, decimal maxPoints, decimal unitPoints) =>
        new StandardItem(name, guidance, evidence, ItemMethod.Deduction, maxPoints).WithUnit(unitPoints);

    /// <summary>An item that gains points with every event, up to the most (§3.1).</summary>
    public static StandardItem ByBonus(
        string name, string guidance, string evidence, decimal maxPoints, decimal unitPoints,
        BonusKind kind = BonusKind.WithinFullMarks)
    {
        var item = new StandardItem(name, guidance, evidence, ItemMethod.Bonus, maxPoints).WithUnit(unitPoints);
        item.BonusKind = kind;
        return item;
    }

    /// <summary>An item that a panel's satisfaction rate fills; the self-score leaves it out (§3.1).</summary>
    public static StandardItem ByVote(string name, string guidance, decimal maxPoints, Panel panel, string evidence = "") =>
        new(name, guidance, evidence, ItemMethod.Vote, maxPoints) { Panel = panel };

    /// <summary>一票否决: no points; it applies when committee or school marks it (§3.1).</summary>
    public static StandardItem ByVeto(string name, string guidance, string evidence = "") => new(name, guidance, evidence, ItemMethod.Veto, 0);

    /// <summary>Leaves the item out for these types; returns the item, for building a standard.</summary>
    public StandardItem ExceptFor(params IReadOnlyList<BranchType> types)
    {
        _notApplicableTo.AddRange(types.Except(_notApplicableTo).Order());
        return this;
    }

    /// <summary>Whether branches of the type are scored on it (§3.1).</summary>
    public bool AppliesTo(BranchType type) => !_notApplicableTo.Contains(type);

    /// <summary>Whether the branch scores it itself: votes are filled by ballots, vetoes are marked from above (§3.1).</summary>
    public bool IsSelfScored => Method is not (ItemMethod.Vote or ItemMethod.Veto);

    /// <summary>The marks it adds to the full marks: none for a veto or a bonus beyond them (§3.1).</summary>
    public decimal FullMarks => Method == ItemMethod.Bonus && BonusKind == BonusKind.BeyondFullMarks ? 0 : MaxPoints;

    /// <summary>Takes over all that the other says but its number and place, so that what refers to this item still does.</summary>
    internal void Become(StandardItem wanted)
    {
        (Name, Guidance, RequiredEvidence) = (wanted.Name, wanted.Guidance, wanted.RequiredEvidence);
        (Method, MaxPoints, UnitPoints, BonusKind, Panel) = (wanted.Method, wanted.MaxPoints, wanted.UnitPoints, wanted.BonusKind, wanted.Panel);
        _options.RemoveAll(option => option.Order > wanted._options.Count);
        foreach (var option in wanted._options)
        {
            if (_options.Find(known => known.Order == option.Order) is { } known)
                known.Become(option);
            else
                _options.Add(new ItemOption(option.Name, option.Points) { Order = option.Order });
        }

        if (_notApplicableTo.SequenceEqual(wanted._notApplicableTo))
            return;
        _notApplicableTo.Clear();
        _notApplicableTo.AddRange(wanted._notApplicableTo);
    }

    internal StandardItem Copy()
    {
        var copy = new StandardItem(Name, Guidance, RequiredEvidence, Method, MaxPoints)
        {
            Order = Order,
            UnitPoints = UnitPoints,
            BonusKind = BonusKind,
            Panel = Panel,
        };
        copy._options.AddRange(_options.Select(option => new ItemOption(option.Name, option.Points) { Order = option.Order }));
        copy._notApplicableTo.AddRange(_notApplicableTo);
        return copy;
    }

    private StandardItem WithUnit(decimal unitPoints)
    {
        if (unitPoints <= 0)
            throw new RuleViolationException($"「{Name}」每次的分值应大于 0");
        UnitPoints = Marks.Of(unitPoints, $"「{Name}」每次的分值");
        return this;
    }
}
