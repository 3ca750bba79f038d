using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Corrections;

/// <summary>One branch whose final grade is corrected.</summary>
public sealed record CorrectionPage(GradingRound Round, NamedGrade Branch, CorrectionForm Form);
