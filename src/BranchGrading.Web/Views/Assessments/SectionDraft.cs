using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>What became of a whole section that was posted by its button: of every piece in it, and the papers afterwards.</summary>
public sealed record SectionDraft(BranchPapers Papers, IReadOnlyList<DraftState> States)
{
    public bool IsSaved => States.All(state => state is { IsStale: false, Error: null });

    public int StatusCode => States.Select(state => state.StatusCode).DefaultIfEmpty(StatusCodes.Status200OK).Max();
}
