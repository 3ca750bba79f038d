using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publicity;

/// <summary>Names and grades, and whether one may object.</summary>
public sealed record PublicityPage(GradingRound Round, IReadOnlyList<NamedGrade> All, string? Q, DateOnly Today)
{
    /// <summary>How many objections the viewer has raised.</summary>
    public int Own { get; init; }

    public bool IsRunning => Round.Publication!.IsRunning(Today);

    public IEnumerable<IGrouping<string, NamedGrade>> Committees => All
        .Where(row => string.IsNullOrWhiteSpace(Q) || row.Branch.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase) || row.Committee.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase))
        .GroupBy(row => row.Committee);
}
