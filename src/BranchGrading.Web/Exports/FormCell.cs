namespace BranchGrading.Web.Exports;

/// <summary>A cell of a form of blocks: what stands in it, over how many columns of the grid, and in which look.</summary>
public sealed record FormCell(object? Value, int Span, FormCellLook Look)
{
    /// <summary>What stands beside or above a value.</summary>
    public static FormCell Label(string text, int span) => new(text, span, FormCellLook.Label);

    /// <summary>A short text or a whole number in the middle of its cell.</summary>
    public static FormCell Of(object? value, int span) => new(value, span, FormCellLook.Middle);

    /// <summary>A sentence, beginning at the left.</summary>
    public static FormCell Sentence(string? text, int span) => new(text, span, FormCellLook.Left);

    /// <summary>Points or percent, with two places.</summary>
    public static FormCell Points(decimal? points, int span) => new(points, span, FormCellLook.Points);
}
