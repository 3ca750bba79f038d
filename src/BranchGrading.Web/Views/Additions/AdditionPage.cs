using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Additions;

/// <summary>A branch to be taken in, and whether its committee has reported already.</summary>
public sealed record AdditionPage(GradingRound Round, Branch Branch, bool HasReported, AdditionForm Form);
