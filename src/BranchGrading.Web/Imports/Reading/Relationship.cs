namespace BranchGrading.Web.Imports.Reading;

/// <summary>A pointer from one part of a workbook to another; the kind is the last word of its type.</summary>
internal sealed record Relationship(string Kind, string Target);
