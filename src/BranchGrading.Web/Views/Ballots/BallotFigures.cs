using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Views.Ballots;

/// <summary>What one panel voted, as it is shown: of fewer than 5 valid ballots only what the grade needs, except to those who type them in (§4).</summary>
public sealed record BallotFigures(Panel Panel, BranchPapers Papers)
{
    public string Name => Panel == Panel.Members ? "党员测评" : "群众测评";

    public BallotCount? Count => Papers.Review.CountOf(Panel);

    public decimal? Rate => Papers.Review.SatisfactionOf(Panel);

    public bool MayShowAll => Count is { MayBeShown: true } || Papers.MayRecord;

    /// <summary>应到 25，发出 23，收回 23，有效 23；好 15，较好 7，一般 1，差 0</summary>
    public string Text => Count is not { } count ? "没有登记"
        : MayShowAll ? $"应到 {count.Expected?.ToString() ?? "未填"}，发出 {count.Issued}，收回 {count.Returned}，有效 {count.Valid}；好 {count.Good}，较好 {count.FairlyGood}，一般 {count.Fair}，差 {count.Poor}"
        : $"有效 {count.Valid} 张，其中满意 {Satisfaction.Content(count, Papers.Round.Rules.FairCounts)} 张；有效票少于 5 张，不列出各档票数";
}
