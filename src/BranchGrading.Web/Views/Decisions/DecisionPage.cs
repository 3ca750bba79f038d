using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Decisions;

/// <summary>The branches that are decided, and what that would lead to.</summary>
public sealed record DecisionPage(GradingRound Round, DecisionForm Form, DecisionPreview Preview)
{
    public IReadOnlyList<DecidedBranch> Branches => Preview.Branches;

    /// <summary>Whether the effect of a complete act is shown.</summary>
    public bool IsPreviewed { get; init; }

    /// <summary>Whether something changed since the preview that was confirmed.</summary>
    public bool IsStale { get; init; }

    public bool TakesBack => Form.TakesBack;

    public bool MayConfirm => IsPreviewed && Preview.Effect.Problems.Count == 0;

    public string NothingToDo => TakesBack ? "所选的支部都没有学校决定，不用撤回。" : "所选的支部已经不参加本年度评定，请返回重新选择。";

    /// <summary>How many of the branches chosen the act passes by, since there is no decision to take back or they no longer take part.</summary>
    public int LeftOut => Form.Ids.Distinct().Count() - Branches.Count;

    public string Title => Branches switch
    {
        [] => TakesBack ? "没有可以撤回的决定" : "没有可以评定的支部",
        [var one] => TakesBack ? $"撤回{one.Move.BranchName}的决定" : $"{one.Move.BranchName}：评定等级",
        _ => TakesBack ? $"撤回 {Branches.Count} 个支部的决定" : $"{Branches.Count} 个支部：评定等级",
    };

    public string FormAddress => !MayConfirm ? PreviewAddress : $"/rounds/{Round.Id}/decisions{(TakesBack ? "/removal" : "")}";

    public string PreviewAddress => $"/rounds/{Round.Id}/decisions/preview";

    /// <summary>The branches that a refusal speaks of, where its sentence does not name them.</summary>
    public IEnumerable<GradingOutcome> DecidedAs => Preview.Effect.Problems.SelectMany(problem => problem.ParticipantIds)
        .Where(id => !Form.Ids.Contains(id)).Distinct().Select(id => Preview.Effect.Before.Find(id)!);
}
