using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Objections;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Corrections;

/// <summary>The corrections of a final round, and the branches to choose from.</summary>
public sealed record CorrectionList(GradingRound Round, IReadOnlyList<GradeChange> Corrections, IReadOnlyList<NamedGrade> Grades)
{
    public IReadOnlyList<SelectListItem> Branches => BranchChoices.Of(Grades);
}
