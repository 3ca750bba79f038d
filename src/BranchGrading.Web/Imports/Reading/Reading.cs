namespace BranchGrading.Web.Imports.Reading;

/// <summary>What a cell says: a value (null when blank), or why it cannot be read; a warning lets the value pass.</summary>
public readonly record struct Reading<T>(T Value, string? Error = null, string? Warning = null)
{
    internal static Reading<T> Refused(string reason) => new(default!, reason);

    /// <summary>Reads a filled cell; blank ones, formulas and error values are the same for every kind of value.</summary>
    internal static Reading<T> Of(ImportCell cell, Func<ImportCell, Reading<T>> filled) =>
        cell.WhyUnreadable is { } why ? Refused(why)
        : cell.IsBlank ? new Reading<T>(default!)
        : filled(cell);
}
