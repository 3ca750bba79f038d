using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Terms;

/// <summary>The form of a new office for one person, with the units to choose among.</summary>
public sealed record OfficePage(int PersonId, string Person, IReadOnlyList<SelectListItem> Units, OfficeForm Form);
