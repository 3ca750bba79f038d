namespace BranchGrading.Web.Views.Branches;

/// <summary>The form of a new or an existing branch, with the committee it belongs to.</summary>
public sealed record BranchFormPage(int CommitteeId, string Committee, int? Id, BranchForm Form);
