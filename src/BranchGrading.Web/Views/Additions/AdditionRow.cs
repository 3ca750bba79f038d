using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Additions;

/// <summary>A branch that may be taken in.</summary>
public sealed record AdditionRow(int BranchId, string Branch, string Committee, BranchType Type);
