namespace BranchGrading.Data.Queries;

/// <summary>What the items of the board are looked up by.</summary>
public enum BoardState
{
    /// <summary>整改中</summary>
    Open,

    /// <summary>待验收</summary>
    Requested,

    /// <summary>逾期: not accepted, and the day of completion has passed.</summary>
    Overdue,

    /// <summary>已销号</summary>
    Accepted,

    /// <summary>未执行: the plan is not approved, or the round is not final.</summary>
    Waiting,
}
