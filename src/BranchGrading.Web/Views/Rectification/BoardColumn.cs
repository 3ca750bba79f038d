namespace BranchGrading.Web.Views.Rectification;

/// <summary>A figure of the table of units.</summary>
public sealed record BoardColumn(string Key, string Name, Func<BoardUnit, decimal?> Value)
{
    /// <summary>Which items its figures lead to; blank for all, null where they are no items.</summary>
    public string? State { get; init; }

    /// <summary>Whether anything but nought is wrong.</summary>
    public bool IsBad { get; init; }

    public string Show(BoardUnit unit) => Value(unit) is { } figure ? Key == "share" ? $"{figure:0.00}" : $"{figure:0}" : "–";
}
