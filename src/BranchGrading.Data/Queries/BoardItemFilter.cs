namespace BranchGrading.Data.Queries;

/// <summary>Which items of some branches are meant.</summary>
/// <param name="CommitteeId">Of the unit that answers for them; of any for null.</param>
/// <param name="Ids">Of these branches only; of any for null.</param>
/// <param name="State">What they have reached; all for null.</param>
/// <param name="Due">The month of the day of completion, its first day; any for null.</param>
/// <param name="Text">What problem, measure, responsible person or branch contains; any for null.</param>
/// <param name="Today">Today, in the school.</param>
public sealed record BoardItemFilter(int? CommitteeId, IReadOnlyCollection<int>? Ids, BoardState? State, DateOnly? Due, string? Text, DateOnly Today);
