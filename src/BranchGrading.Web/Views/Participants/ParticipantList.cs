using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Participants;

/// <summary>The branches of a round, those left out among them.</summary>
public sealed record ParticipantList(GradingRound Round, IReadOnlyList<ParticipantRow> Rows, IReadOnlyDictionary<int, Exclusion> Exclusions, string? Query);
