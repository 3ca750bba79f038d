namespace BranchGrading.Domain.Organisation;

/// <summary>What is told of a branch that comes into being, be it founded or by merger or split.</summary>
public sealed record NewBranch(string Name, BranchType Type, string? Code = null, int FullMembers = 0, int ProbationaryMembers = 0, int? CommitteeSize = null, DateOnly? Elected = null);
