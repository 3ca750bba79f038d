namespace BranchGrading.Web.Views.Shared;

/// <summary>One step of 所在位置 above a page's title.</summary>
public sealed record Breadcrumb(string Text, string? Address = null);
