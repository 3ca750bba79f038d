namespace BranchGrading.Web.Exports;

/// <summary>A column of an official form: its head, its width in characters of the sheet, and whether its texts begin at the left.</summary>
public sealed record FormColumn(string Head, double Width, bool IsLeft = false, bool IsDecimal = false);
