using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.OrganisationWarnings;

/// <summary>The warnings in sight, with how many there are of each kind.</summary>
public sealed record WarningList(
    WarningFilter Filter, IReadOnlyList<WarningRow> Rows, IReadOnlyDictionary<OrganisationWarningKind, int> Counts, IReadOnlyList<(int Id, string Name)> Committees, Pager Pager);
