using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>Which changes are wanted.</summary>
public sealed record ChangeFilter(OrganisationChangeKind? Kind, int? Committee, int? Year)
{
    public bool IsSet => Kind is not null || Committee is not null || Year is not null;
}
