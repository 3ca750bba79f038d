using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>The changes found, the latest first.</summary>
public sealed record ChangeList(
    ChangeFilter Filter, IReadOnlyList<OrganisationChange> Changes, IReadOnlyList<SelectListItem> Committees, IReadOnlyList<int> Years, Pager Pager, bool MayKeep);
