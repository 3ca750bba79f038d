using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Predecessors;

/// <summary>The earlier grades to choose from.</summary>
public sealed record PredecessorPage(
    Participant Participant, PastGrade? Own, IReadOnlyList<PredecessorChoice> Choices, bool HasMore, string? Query, PredecessorForm Form, PredecessorForm Known);
