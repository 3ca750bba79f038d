namespace BranchGrading.Web.Imports;

/// <summary>One thing to know of a row: at which cell, and either a sentence or a value before and after.</summary>
public sealed record RowNote(string? Cell, string Text, bool IsWarning = false, string? Was = null, string? Now = null)
{
    /// <summary>Whether it tells a change of one value.</summary>
    public bool IsChange => Was is not null || Now is not null;
}
