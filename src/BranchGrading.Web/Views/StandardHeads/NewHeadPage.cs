using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.StandardHeads;

public sealed record NewHeadPage(ScoringStandard Standard, NewHeadForm Form);
