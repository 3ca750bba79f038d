using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Standards;

/// <summary>评分参考标准: a versioned tree of heads and items; a version that a round uses is never changed, a new one follows it.</summary>
public sealed class ScoringStandard
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 100;

    private readonly List<StandardHead> _heads = [];

    private ScoringStandard() => Name = null!;

    /// <summary>A standard with its heads in order.</summary>
    /// <exception cref="RuleViolationException">A text is blank or too long, two heads have one name, or there are no marks to give.</exception>
    public ScoringStandard(
        string name, StandardKind kind, IEnumerable<StandardHead> heads, int versionNumber = 1, bool isExample = false)
    {
        Name = Text.Required(name, NameLength, "标准名称");
        Kind = kind;
        VersionNumber = versionNumber >= 1 ? versionNumber : throw new ArgumentOutOfRangeException(nameof(versionNumber));
        IsExample = isExample;
        foreach (var head in heads)
            Append(head);
        RequireMarks(Items);
        Version = Guid.NewGuid();
    }

    /// <summary>A standard to be filled: one head with one item of 100 points.</summary>
    public static ScoringStandard Blank(string name, StandardKind kind) =>
        new(name, kind, [new StandardHead("第一个指标", [StandardItem.ByPoints("第一个项目", "", "", 100)])]);

    /// <summary>The number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>标准名称</summary>
    public string Name { get; private set; }

    /// <summary>For students (附表1) or staff (附表2).</summary>
    public StandardKind Kind { get; private set; }

    /// <summary>版本号, from 1.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>示例: shipped with the application, for a school to replace by its own.</summary>
    public bool IsExample { get; private set; }

    /// <summary>The heads, in order, with that of the vetoes.</summary>
    public IReadOnlyList<StandardHead> Heads => _heads;

    /// <summary>Changes with every change, so that two editors cannot overwrite one another.</summary>
    public Guid Version { get; private set; }

    /// <summary>The heads that carry marks: the five of 附表3.</summary>
    public IEnumerable<StandardHead> ScoredHeads => _heads.Where(head => !head.HoldsVetoesOnly).OrderBy(head => head.Order);

    /// <summary>All items, head by head.</summary>
    public IEnumerable<StandardItem> Items =>
        _heads.OrderBy(head => head.Order).SelectMany(head => head.Items.OrderBy(item => item.Order));

    /// <summary>满分 for a type of branch, with the vote items (§3.1).</summary>
    public decimal FullMarks(BranchType type) => _heads.Sum(head => head.FullMarks(type));

    /// <summary>The head with the number, or null.</summary>
    public StandardHead? FindHead(int id) => _heads.Find(head => head.Id == id);

    /// <summary>The item with the number, or null.</summary>
    public StandardItem? FindItem(int id) => Items.FirstOrDefault(item => item.Id == id);

    /// <summary>The head with the number.</summary>
    /// <exception cref="RuleViolationException">It has been taken out.</exception>
    public StandardHead RequireHead(int id) => FindHead(id) ?? throw new RuleViolationException("这个指标刚才被删去了。");

    /// <summary>The item with the number.</summary>
    /// <exception cref="RuleViolationException">It has been taken out.</exception>
    public StandardItem RequireItem(int id) => FindItem(id) ?? throw new RuleViolationException("这个项目刚才被删去了。");

    /// <summary>The head that holds an item.</summary>
    public StandardHead HeadOf(StandardItem item) => _heads.Find(head => head.Items.Contains(item)) ?? throw new ArgumentException("The item belongs to another standard.", nameof(item));

    /// <summary>Gives the standard another name.</summary>
    public void Rename(string name)
    {
        Name = Text.Required(name, NameLength, "标准名称");
        Changed();
    }

    /// <summary>Adds a head with its first items at the end.</summary>
    /// <exception cref="RuleViolationException">A head of that name is there already.</exception>
    public void AddHead(StandardHead head)
    {
        Append(head);
        Changed();
    }

    /// <summary>Gives a head another name.</summary>
    /// <exception cref="RuleViolationException">The name is blank, too long, or that of another head.</exception>
    public void RenameHead(StandardHead head, string name)
    {
        RequireFree(name, head);
        head.Rename(name);
        Changed();
    }

    /// <summary>Takes a head out, with its items.</summary>
    /// <exception cref="RuleViolationException">Without it a type of branch would have no marks to get.</exception>
    public void RemoveHead(StandardHead head)
    {
        RequireMarks(Items.Except(head.Items));
        _heads.Remove(head);
        foreach (var later in _heads.Where(other => other.Order > head.Order))
            later.Order--;
        Changed();
    }

    /// <summary>Whether a head can move up (-1) or down (1).</summary>
    public bool CanMoveHead(StandardHead head, int by) => _heads.Exists(other => other.Order == head.Order + by);

    /// <summary>Moves a head up (-1) or down (1) by one place.</summary>
    /// <exception cref="RuleViolationException">It stands at that end already.</exception>
    public void MoveHead(StandardHead head, int by)
    {
        if (!CanMoveHead(head, by))
            throw new RuleViolationException($"「{head.Name}」已经在最{(by < 0 ? "前" : "后")}面，不能再移。");
        var other = _heads.Single(other => other.Order == head.Order + by);
        (head.Order, other.Order) = (other.Order, head.Order);
        Changed();
    }

    /// <summary>Adds an item at the end of a head.</summary>
    /// <exception cref="RuleViolationException">The head has one of that name, or it applies to no branch of the standard.</exception>
    public void AddItem(StandardHead head, StandardItem item)
    {
        RequireApplicable(item);
        head.Append(item);
        Changed();
    }

    /// <summary>Makes an item what the other one says; it stays the same item at the same place.</summary>
    /// <exception cref="RuleViolationException">The head has another of that name, it applies to no branch, or a type of branch would have no marks to get.</exception>
    public void ChangeItem(StandardItem item, StandardItem wanted)
    {
        RequireApplicable(wanted);
        RequireMarks(Items.Select(other => other == item ? wanted : other));
        HeadOf(item).RequireFree(wanted.Name, item);
        item.Become(wanted);
        Changed();
    }

    /// <summary>Takes an item out.</summary>
    /// <exception cref="RuleViolationException">It is the only one of its head, or without it a type of branch would have no marks to get.</exception>
    public void RemoveItem(StandardItem item)
    {
        RequireMarks(Items.Where(other => other != item));
        HeadOf(item).Remove(item);
        Changed();
    }

    /// <summary>Moves an item up (-1) or down (1) by one place within its head.</summary>
    /// <exception cref="RuleViolationException">It stands at that end already.</exception>
    public void MoveItem(StandardItem item, int by)
    {
        HeadOf(item).Move(item, by);
        Changed();
    }

    /// <summary>The next version: the school's own, with other heads or with copies of these.</summary>
    /// <param name="heads">Its heads; without them copies of these.</param>
    /// <param name="latest">The latest version of this name, where there is a later one than this.</param>
    public ScoringStandard NextVersion(IEnumerable<StandardHead>? heads = null, int latest = 0) =>
        new(Name, Kind, heads ?? CopiedHeads(), Math.Max(latest, VersionNumber) + 1);

    /// <summary>A standard of its own under another name, with copies of all parts.</summary>
    public ScoringStandard CopyAs(string name) => new(name, Kind, CopiedHeads());

    private IEnumerable<StandardHead> CopiedHeads() => _heads.OrderBy(head => head.Order).Select(head => head.Copy());

    private void Append(StandardHead head)
    {
        RequireFree(head.Name, null);
        foreach (var item in head.Items)
            RequireApplicable(item);
        head.Order = _heads.Count + 1;
        _heads.Add(head);
    }

    private void RequireFree(string name, StandardHead? owner)
    {
        if (_heads.Exists(other => other != owner && NameKey.Of(other.Name) == NameKey.Of(name)))
            throw new RuleViolationException($"有两个指标都叫「{name.Trim()}」");
    }

    private void RequireApplicable(StandardItem item)
    {
        if (!Kind.BranchTypes().Any(item.AppliesTo))
            throw new RuleViolationException($"「{item.Name}」对哪一类支部都不适用；不需要这一项时，请把它删去。");
    }

    /// <summary>Without marks to get there is no score: of no branch may they all be taken away.</summary>
    private void RequireMarks(IEnumerable<StandardItem> items)
    {
        var left = items.ToList();
        if (left.Sum(item => item.FullMarks) == 0)
            throw new RuleViolationException("标准里至少要有一个计分的项目");
        foreach (var type in Kind.BranchTypes().Where(type => left.Where(item => item.AppliesTo(type)).Sum(item => item.FullMarks) == 0))
            throw new RuleViolationException($"{type.Word()}党支部至少要有一个计分的项目。");
    }

    private void Changed() => Version = Guid.NewGuid();
}
