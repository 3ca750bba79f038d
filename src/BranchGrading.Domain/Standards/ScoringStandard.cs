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
        {
            if (_heads.Any(other => other.Name == head.Name))
                throw new RuleViolationException($"有两个指标都叫「{head.Name}」");
            head.Order = _heads.Count + 1;
            _heads.Add(head);
        }

        if (_heads.SelectMany(head => head.Items).Sum(item => item.FullMarks) == 0)
            throw new RuleViolationException("标准里至少要有一个计分的项目");
        Version = Guid.NewGuid();
    }

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

    /// <summary>Gives the standard another name.</summary>
    public void Rename(string name)
    {
        Name = Text.Required(name, NameLength, "标准名称");
        Version = Guid.NewGuid();
    }

    /// <summary>The next version: the school's own, with other heads or with copies of these.</summary>
    public ScoringStandard NextVersion(IEnumerable<StandardHead>? heads = null) =>
        new(Name, Kind, heads ?? _heads.OrderBy(head => head.Order).Select(head => head.Copy()), VersionNumber + 1);
}
