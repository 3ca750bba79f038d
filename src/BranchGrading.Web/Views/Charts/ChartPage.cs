using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Charts;

/// <summary>The pictures of a round.</summary>
public sealed record ChartPage(GradingRound Round, int Branches, IReadOnlyList<Picture> Pictures)
{
    /// <summary>What the grades shown are worth; null once they are final.</summary>
    public string? Provisional => Round.Stage switch
    {
        RoundStage.Final => null,
        RoundStage.Published => "等级正在公示，还没有定级。",
        _ => "等级还没有公示，这里按目前的得分和决定计算，随时会变。",
    };
}
