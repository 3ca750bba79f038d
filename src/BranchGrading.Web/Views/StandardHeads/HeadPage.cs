using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.StandardHeads;

public sealed record HeadPage(ScoringStandard Standard, StandardHead Head, HeadForm Form);
