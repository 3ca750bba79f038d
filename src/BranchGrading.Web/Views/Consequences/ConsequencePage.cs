using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Consequences;

/// <summary>What the final grades of a round lead to.</summary>
public sealed record ConsequencePage(GradingRound Round, IReadOnlyList<ConsequenceRow> Recommendable, IReadOnlyList<ConsequenceRow> Barred);
