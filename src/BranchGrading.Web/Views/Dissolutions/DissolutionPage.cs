using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.Dissolutions;

/// <summary>What dissolving or restoring a branch will do, before it is done.</summary>
public sealed record DissolutionPage(int BranchId, string Branch, string Committee, int CommitteeId, string? Secretary, IReadOnlyList<RoundPlace> Rounds, DissolutionForm Form);
