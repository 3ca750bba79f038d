using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publicity;

/// <summary>Telephone and place while they are changed.</summary>
public sealed record PublicityEditPage(GradingRound Round, PublicityForm Form);
