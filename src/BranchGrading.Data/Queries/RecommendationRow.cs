using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A branch of a final round with its grade in effect and the levels at which it is recommended.</summary>
public sealed record RecommendationRow(int ParticipantId, int CommitteeId, string Committee, string Branch, string? Secretary, Grade? Grade, IReadOnlyList<RecommendationEntry> Recommendations)
{
    /// <summary>Why it may not be recommended; null when it may.</summary>
    public string? WhyNot => Recommendation.WhyNot(RoundStage.Final, Grade);

    /// <summary>Recommended, and its grade was corrected to another than A afterwards.</summary>
    public bool NoLongerFits => Recommendations.Count > 0 && WhyNot is not null;
}
