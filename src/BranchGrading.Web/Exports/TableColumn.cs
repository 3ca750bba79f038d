namespace BranchGrading.Web.Exports;

/// <summary>A column of a table: its head, and its width in a workbook.</summary>
public sealed record TableColumn(string Name, double Width = 10, bool IsNumber = true);
