namespace BranchGrading.Data.Queries;

/// <summary>What a branch that ended leaves to others: a plan that is not done, and 流动党员 that are still recorded with it.</summary>
/// <param name="Successor">The branch that carries on its plans; null where nobody does.</param>
public sealed record LeftBehind(int BranchId, string Branch, string? Successor, bool HasOpenPlan, int FloatingMembers);
