using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A recommendation at one level.</summary>
public sealed record RecommendationEntry(int ParticipantId, RecommendationLevel Level, string Grounds, string By, DateTime At);
