using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.OrganisationWarnings;

/// <summary>Which warnings are wanted.</summary>
public sealed record WarningFilter(OrganisationWarningKind? Kind, int? Committee)
{
    public bool IsSet => Kind is not null || Committee is not null;
}
