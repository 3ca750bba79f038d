namespace BranchGrading.Data.Queries;

/// <summary>How far an item has come, as the board counts it.</summary>
public sealed record BoardItemState(int Id, DateOnly? DueOn, DateTime? RequestedAt, DateTime? AcceptedAt)
{
    /// <summary>Whether the day of completion has passed and it is not accepted.</summary>
    public bool IsOverdue(DateOnly today) => AcceptedAt is null && DueOn < today;
}
