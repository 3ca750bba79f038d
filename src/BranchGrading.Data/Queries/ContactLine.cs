namespace BranchGrading.Data.Queries;

/// <summary>联系点 of a branch in a year.</summary>
/// <param name="Secretary">Who leads the branch now.</param>
/// <param name="Leader">The leader in contact; null where none is named.</param>
/// <param name="Suggested">联系领导 of the year's plan or review.</param>
/// <param name="IsPresent">Whether the branch belongs to the committee now; one that has gone keeps what was recorded.</param>
public sealed record ContactLine(int BranchId, string Branch, string? Secretary, string? Leader, string? Suggested, bool IsPresent);
