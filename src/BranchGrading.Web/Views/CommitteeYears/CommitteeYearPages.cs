using BranchGrading.Data.Queries;
using Years = BranchGrading.Domain.Organisation.CommitteeYears;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>What the pages of a committee's year ask.</summary>
public static class CommitteeYearPages
{
    /// <summary>Whether the year after has a page.</summary>
    public static bool HasNext(CommitteeYear unit, DateOnly today) => Years.IsKnown(unit.Year + 1, today);
}
