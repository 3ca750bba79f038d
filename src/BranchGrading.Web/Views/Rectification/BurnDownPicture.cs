using System.Globalization;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Rectification;

/// <summary>逐月销号: what was still to be done at each month's end, as a picture with its table.</summary>
public static class BurnDownPicture
{
    public static Picture Of(IReadOnlyCollection<ItemCourse> items, string? unit, DateOnly finalOn, DateOnly today)
    {
        var months = BurnDown.Of(items, finalOn, today);
        var last = months[^1];
        return new Picture(
            "burndown", unit is null ? "逐月销号" : $"逐月销号：{unit}",
            $"每月末还没有销号的整改事项{(months.Count == BurnDown.MostMonths ? "，最近两年" : "")}。到 {last.On:yyyy年M月d日}，还有 {last.Open} 项没有销号，已销号 {last.Accepted} 项。销号以后又重新整改的，从那天起仍算没有销号。",
            new { Months = months.Select(month => new { Name = Name(month.On, today, "yy年"), month.Open, month.Accepted }) },
            new Table(
                "逐月销号",
                [new("月末", 16, IsNumber: false), new("没有销号", 12), new("已销号", 12), new("销号率 %", 12)],
                [.. months.Select(month => (IReadOnlyList<object?>)[Name(month.On, today, "yyyy年"), month.Open, month.Accepted, Share.Percent(month.Accepted, month.Open + month.Accepted)])]));
    }

    private static string Name(DateOnly day, DateOnly today, string year) => day.ToString(year + (day == today && day.AddDays(1).Day != 1 ? "M月d日" : "M月"), CultureInfo.InvariantCulture);
}
