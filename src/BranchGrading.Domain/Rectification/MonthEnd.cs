namespace BranchGrading.Domain.Rectification;

/// <summary>How many items were still to be done, and how many accepted, at the end of a day: a month's last, or today.</summary>
public sealed record MonthEnd(DateOnly On, int Open, int Accepted);
