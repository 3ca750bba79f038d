using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Progress;

/// <summary>What a choice of the list holds.</summary>
public static class PaceShows
{
    public static bool Holds(this PaceShow show, PaceRow row) => show switch
    {
        PaceShow.Unfinished => row.Pace != Pace.Done,
        PaceShow.NotStarted => row.Pace != Pace.Done && !row.HasBegun,
        PaceShow.AtRisk => row.Pace == Pace.AtRisk,
        PaceShow.Late => row.Pace == Pace.Late,
        PaceShow.Returned => row.IsReturned,
        PaceShow.Done => row.Pace == Pace.Done,
        _ => true,
    };
}
