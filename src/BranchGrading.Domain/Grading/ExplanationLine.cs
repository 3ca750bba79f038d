namespace BranchGrading.Domain.Grading;

/// <summary>One reason of 备注: the limit, and a text that begins with its word and gives its numbers (§3.5).</summary>
public sealed record ExplanationLine(Limit Limit, string Text);
