using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.OrganisationChanges;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Moves;

/// <summary>The form of a move, with the committees to choose among.</summary>
public sealed record MovePage(Branch Branch, IReadOnlyList<RoundPlace> Rounds, IReadOnlyList<SelectListItem> Committees, MoveForm Form) : BranchChangePage<MoveForm>(Branch, Rounds, Form);
