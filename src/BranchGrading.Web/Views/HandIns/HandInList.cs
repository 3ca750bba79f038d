using BranchGrading.Data.Queries;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.HandIns;

/// <summary>Every committee against the deadline of the hand-in.</summary>
public sealed record HandInList(GradingRound Round, HandInFilter Filter, IReadOnlyList<CommitteeHandIns> All, IReadOnlyList<CommitteeHandIns> Units, Pager Pager, DateTime Now, bool MayArchive)
{
    public const int PageSize = 50;

    public string Address => $"/rounds/{Round.Id}/hand-ins";

    public int Count(HandInState state) => All.Count(unit => unit.Standing.StateAt(Now) == state);

    public int CountOf(string? state) => All.Count(unit => HandInFilter.Takes(unit, state, Now));

    public int Settled => All.Count(unit => unit.Standing.Latest?.IsSettled == true);

    public static Table Sheet(IReadOnlyList<CommitteeHandIns> units, DateTime now, SchoolClock clock) => new(
        "报送情况",
        [
            new("二级党组织", 30, IsNumber: false), new("情况", 12, IsNumber: false), new("截止", 24, IsNumber: false), new("版次", 8), new("报送时间", 22, IsNumber: false), new("报送人", 12, IsNumber: false),
            new("校验码", 18, IsNumber: false), new("收到电子版", 22, IsNumber: false), new("收到纸质版", 22, IsNumber: false), new("纸质版与电子版", 16, IsNumber: false), new("退回理由", 30, IsNumber: false),
        ],
        [.. units.Select(unit => unit.Standing.Latest is { } latest
            ? (IReadOnlyList<object?>)[
                unit.Name, unit.Standing.StateAt(now).Word(), clock.Show(unit.Standing.Until), latest.Number, clock.ShowMoment(latest.MadeAt), latest.MadeBy, HandIn.Grouped(latest.CheckCode),
                latest.ReceivedAt is { } at ? clock.ShowMoment(at) : null, latest.PaperReceivedAt is { } paper ? clock.ShowMoment(paper) : null,
                latest.PaperAgrees is { } agrees ? (agrees ? "一致" : "不一致") : null, latest.SentBackReason]
            : [unit.Name, unit.Standing.StateAt(now).Word(), clock.Show(unit.Standing.Until), null, null, null, null, null, null, null, null])]);
}
