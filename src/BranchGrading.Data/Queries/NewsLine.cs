namespace BranchGrading.Data.Queries;

/// <summary>Something that happened since somebody was here last.</summary>
public sealed record NewsLine(DateTime At, string Icon, string Text, string Address);
