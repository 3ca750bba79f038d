using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Additions;

/// <summary>The active branches that do not take part in an opened round.</summary>
public sealed record AdditionList(GradingRound Round, IReadOnlyList<AdditionRow> Branches);
