using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.AssessmentReturns;

/// <summary>Choosing what is to be changed in a self-assessment.</summary>
public sealed record ReturnPage(BranchPapers Papers, ReturnForm Form);
