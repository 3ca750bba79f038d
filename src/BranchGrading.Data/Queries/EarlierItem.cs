using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>An item of an earlier plan, in short.</summary>
public sealed record EarlierItem(string Problem, int Percent, DateTime? RequestedAt, DateTime? AcceptedAt)
{
    private const int TitleLength = 40;

    public PlanItemState State => PlanItem.StateOf(RequestedAt, AcceptedAt);

    /// <summary>The beginning of the problem.</summary>
    public string Title => Problem.Length <= TitleLength ? Problem : Problem[..(char.IsHighSurrogate(Problem[TitleLength - 2]) ? TitleLength - 2 : TitleLength - 1)] + "…";
}
