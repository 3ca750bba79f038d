using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Standards;

/// <summary>一级指标: a head of a standard with its items, such as 领导班子好.</summary>
public sealed class StandardHead
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 100;

    private readonly List<StandardItem> _items = [];

    private StandardHead() => Name = null!;

    /// <summary>A head with its items in order.</summary>
    /// <exception cref="RuleViolationException">The name is blank or too long, there is no item, or two have one name.</exception>
    public StandardHead(string name, IEnumerable<StandardItem> items)
    {
        Name = Text.Required(name, NameLength, "指标名称");
        foreach (var item in items)
            Append(item);
        if (_items.Count == 0)
            throw new RuleViolationException($"「{Name}」至少要有一个项目");
    }

    /// <summary>The number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The place in the standard, from 1.</summary>
    public int Order { get; internal set; }

    /// <summary>指标名称</summary>
    public string Name { get; private set; }

    /// <summary>The items, in order.</summary>
    public IReadOnlyList<StandardItem> Items => _items;

    /// <summary>Whether it holds vetoes only, so that forms list it apart from the scored heads.</summary>
    public bool HoldsVetoesOnly => _items.TrueForAll(item => item.Method == ItemMethod.Veto);

    /// <summary>满分 of the head for a type of branch (§3.1).</summary>
    public decimal FullMarks(BranchType type) => _items.Where(item => item.AppliesTo(type)).Sum(item => item.FullMarks);

    /// <summary>Whether an item can move up (-1) or down (1).</summary>
    public bool CanMove(StandardItem item, int by) => _items.Exists(other => other.Order == item.Order + by);

    internal void Rename(string name) => Name = Text.Required(name, NameLength, "指标名称");

    internal void Append(StandardItem item)
    {
        RequireFree(item.Name, null);
        item.Order = _items.Count + 1;
        _items.Add(item);
    }

    internal void Remove(StandardItem item)
    {
        if (_items.Count == 1)
            throw new RuleViolationException($"「{Name}」只有这一个项目。请先加别的项目，或者删去整个指标。");
        _items.Remove(item);
        foreach (var later in _items.Where(other => other.Order > item.Order))
            later.Order--;
    }

    internal void Move(StandardItem item, int by)
    {
        if (!CanMove(item, by))
            throw new RuleViolationException($"「{item.Name}」已经在最{(by < 0 ? "前" : "后")}面，不能再移。");
        var other = _items.Single(other => other.Order == item.Order + by);
        (item.Order, other.Order) = (other.Order, item.Order);
    }

    internal void RequireFree(string name, StandardItem? owner)
    {
        if (_items.Exists(other => other != owner && NameKey.Of(other.Name) == NameKey.Of(name)))
            throw new RuleViolationException($"「{Name}」里有两个「{name}」");
    }

    internal StandardHead Copy() => new(Name, _items.OrderBy(item => item.Order).Select(item => item.Copy()));
}
