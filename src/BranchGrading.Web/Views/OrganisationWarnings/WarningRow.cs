using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.OrganisationWarnings;

/// <summary>One warning of a branch.</summary>
public sealed record WarningRow(int BranchId, string Branch, string Committee, OrganisationWarning Warning);
