using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Slips;

/// <summary>The slips to be printed, in display order, two on a page.</summary>
public sealed record SlipList(GradingRound Round, IReadOnlyList<BranchSlip> Slips, string Back, SchoolSettings School)
{
    /// <summary>公示中, 已定级, or that nothing is settled yet.</summary>
    public string State => Round.Stage switch
    {
        RoundStage.Final => "已定级",
        RoundStage.Published => $"公示中，至 {Round.Publication!.PublicityEndsOn:yyyy年M月d日}",
        _ => "按现有数据计算，等级未定",
    };
}
