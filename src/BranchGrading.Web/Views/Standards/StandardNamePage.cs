using BranchGrading.Data.Queries;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Standards;

/// <summary>The form of a standard's name, or of its copy's.</summary>
public sealed record StandardNamePage(int Id, string Title, StandardNameForm Form)
{
    public static StandardNamePage Of(ScoringStandard standard) => new(standard.Id, standard.Title(), StandardNameForm.Of(standard));
}
