using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A committee in a year, as the viewer meets it.</summary>
/// <param name="Round">The year's round, once it is opened.</param>
/// <param name="MayKeep">Whether the viewer records something here.</param>
/// <param name="WhyNotKeep">Why somebody who otherwise could does not any more.</param>
public sealed record CommitteeYear(Committee Committee, int Year, GradingRound? Round, bool MayKeep, string? WhyNotKeep)
{
    public string Address => $"/committees/{Committee.Id}/years/{Year}";

    /// <summary>How the audit names it.</summary>
    public string Subject => $"{Year} 年 {Committee.Name}";
}
