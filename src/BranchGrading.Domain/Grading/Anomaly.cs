namespace BranchGrading.Domain.Grading;

/// <summary>Something about a branch's figures that the department should look at before the grades are settled; it changes no grade.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">One sentence with its numbers.</param>
public sealed record Anomaly(AnomalyKind Kind, string Text);
