namespace BranchGrading.Domain.Standards;

/// <summary>选项: a named choice with its points; half points exist (§3.1).</summary>
public sealed class ItemOption
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    private ItemOption() => Name = null!;

    /// <summary>A choice with its points.</summary>
    /// <exception cref="RuleViolationException">The name is blank or too long, or the points are negative or have more than 2 places.</exception>
    public ItemOption(string name, decimal points)
    {
        Name = Text.Required(name, NameLength, "选项名称");
        Points = Marks.Of(points, $"选项「{Name}」的分值");
    }

    /// <summary>The number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The place in the item, from 1; an answer names it.</summary>
    public int Order { get; internal set; }

    /// <summary>选项名称</summary>
    public string Name { get; private set; }

    /// <summary>分值</summary>
    public decimal Points { get; private set; }

    internal void Become(ItemOption wanted) => (Name, Points) = (wanted.Name, wanted.Points);
}
