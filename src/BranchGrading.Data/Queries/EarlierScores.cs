namespace BranchGrading.Data.Queries;

/// <summary>The scores that a branch had when it was published last.</summary>
public sealed record EarlierScores(int Year, decimal? Composite, decimal? Self, decimal? Superior);
