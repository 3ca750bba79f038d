using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Rounds;

/// <summary>A round in the list of rounds.</summary>
public sealed record RoundListItem(int Id, int Year, DateTime? OpenedAt, DateTime? PublishedAt, DateTime? FinalAt, int Branches, DateTime Grading)
{
    public RoundStage Stage => GradingRound.StageOf(OpenedAt, PublishedAt, FinalAt);
}
