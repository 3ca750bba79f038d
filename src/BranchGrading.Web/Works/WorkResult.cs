namespace BranchGrading.Web.Works;

/// <summary>What a long work led to: a sentence, and a page to go on to, a file to fetch, or something to show once.</summary>
public sealed record WorkResult(string Text, string? Address = null, WorkFile? File = null, object? Shown = null);
