using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.PlaceTransfers;

/// <summary>The groups that share places, the transfers made, and a transfer between two groups.</summary>
public sealed record PlaceTransferPage(GradingRound Round, GradingResult Result, PlaceTransferForm Form)
{
    public IReadOnlyList<CapGroup> Groups => Result.Groups;

    public IEnumerable<SelectListItem> Givers => Items(Groups.Where(group => group.Open > 0 && group.CutTieCount == 0 || group.Key == Form.From));

    public IEnumerable<SelectListItem> Takers => Items(Groups);

    public bool MayTransfer => Groups.Any(group => group.Open > 0 && group.CutTieCount == 0);

    public string NameOf(string key) => CapGroup.NameOf(
        key, Groups, id => Result.Outcomes.FirstOrDefault(outcome => outcome.Candidate.CommitteeId == id)?.Candidate.CommitteeName);

    /// <summary>Why a transfer cannot be taken back now; null when it can.</summary>
    public string? WhyNotBack(PlaceTransfer transfer) =>
        CapQuota.WhyNotTransfer(Result, new QuotaTransfer(transfer.ToGroup, transfer.FromGroup, transfer.Places, "调回"));

    /// <summary>What can be said of the group's places in a word or two.</summary>
    public static string StateOf(CapGroup group) => group switch
    {
        { CutTieCount: > 0 } => $"{group.CutTieCount} 个并列待定，先决定给谁",
        { Open: > 0 } => $"可以调出 {group.Open} 个",
        { RankedA: var ranked, ComputedA: var kept } when ranked > kept => $"还有 {ranked - kept} 个支部够 A 级、没有名额",
        _ => "刚好用完",
    };

    private static IEnumerable<SelectListItem> Items(IEnumerable<CapGroup> groups) =>
        groups.Select(group => new SelectListItem($"{group.Name}（名额 {group.Quota}，空余 {group.Open}）", group.Key)).Prepend(new SelectListItem("请选择", ""));
}
