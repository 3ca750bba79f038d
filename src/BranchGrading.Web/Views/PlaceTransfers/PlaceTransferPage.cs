using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.PlaceTransfers;

/// <summary>The groups that share places, and a transfer between two of them.</summary>
public sealed record PlaceTransferPage(GradingRound Round, IReadOnlyList<CapGroup> Groups, PlaceTransferForm Form)
{
    public IEnumerable<SelectListItem> Givers => Items(Groups.Where(group => group.Open > 0));

    public IEnumerable<SelectListItem> Takers => Items(Groups);

    public string NameOf(string key) => Groups.FirstOrDefault(group => group.Key == key)?.Name ?? key;

    private static IEnumerable<SelectListItem> Items(IEnumerable<CapGroup> groups) =>
        groups.Select(group => new SelectListItem($"{group.Name}（名额 {group.Quota}，空余 {group.Open}）", group.Key)).Prepend(new SelectListItem("请选择", ""));
}
