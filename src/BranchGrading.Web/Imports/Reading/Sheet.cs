namespace BranchGrading.Web.Imports.Reading;

/// <summary>An opened table: its rows from top to bottom, without the blank ones.</summary>
public sealed record Sheet(IReadOnlyList<SheetRow> Rows);
