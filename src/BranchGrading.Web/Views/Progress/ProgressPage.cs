using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Progress;

/// <summary>Who has not started, is late or at risk, with what is needed to remind them.</summary>
public sealed record ProgressPage(GradingRound Round, IReadOnlyList<PaceRow> All, ProgressFilter Filter, IReadOnlyList<PaceRow> Found, Pager Pager, Viewer Viewer)
{
    public const int PageSize = 50;

    public IEnumerable<PaceRow> Rows => Found.Skip(Pager.Skip).Take(PageSize);

    public bool MayRemind => Viewer.IsDepartment || Viewer.IsOfficer;

    public DateTime Deadline => Round.Deadlines.Of(Filter.Kind);

    public IReadOnlyList<(int Id, string Name)> Committees => [.. All.Select(row => (row.CommitteeId, row.CommitteeName)).Distinct()];

    /// <summary>Those who would be reminded: of what is listed, what is not done.</summary>
    public IReadOnlyList<PaceRow> ToRemind => [.. Found.Where(row => row.Pace != Pace.Done)];

    /// <summary>So many people would get a mail.</summary>
    public int People => ToRemind.SelectMany(row => row.People).DistinctBy(person => person.PersonId).Count();

    public int CountOf(PaceShow show) => All.Count(row => Filter.Matches(row) && show.Holds(row));

    /// <summary>The text to paste into a chat group: what, until when, who, by committee.</summary>
    public string ChatText(SchoolClock clock)
    {
        var lines = ToRemind.GroupBy(row => row.Deadline).OrderBy(group => group.Key).SelectMany(group => group.GroupBy(row => row.CommitteeName)
            .Select(unit => Filter.OfCommittees ? unit.Key : $"{unit.Key}：{string.Join("、", unit.Select(row => row.Name))}")
            .Prepend($"{clock.ShowDue(group.Key)}，还没有交的{(Filter.OfCommittees ? "二级党组织" : "支部")}（{group.Count()} 个）："));
        return string.Join('\n', lines.Prepend($"【催办】{Round.Year} 年度分类定级：{PaceRow.MatterOf(Filter.Kind)}").Append("请尽快登录系统办理；已经交了的不用理会。"));
    }

    public static Table Sheet(IEnumerable<PaceRow> rows, SchoolClock clock, DeadlineKind kind) => new(
        $"{ProgressFilter.Tab(kind)}进度",
        [new("二级党组织", 36, IsNumber: false), new("党支部", 36, IsNumber: false), new("情况", 12, IsNumber: false), new("开始", 8, IsNumber: false), new("完成", 8), new("共", 8), new("截止", 26, IsNumber: false), new("延期", 8, IsNumber: false), new("负责人", 20, IsNumber: false)],
        [.. rows.Select(row => (IReadOnlyList<object?>)
        [
            row.CommitteeName, row.IsCommittee ? null : row.Name, Word(row), row.HasBegun ? "是" : "否", row.Done, row.All, clock.Show(row.Deadline), row.IsExtended ? "是" : null,
            string.Join("、", row.People.Select(person => person.Name)),
        ])]);

    public static string Word(PaceRow row) => row is { Kind: DeadlineKind.HandIn, IsReturned: false, Pace: Pace.OnTrack } ? "未报" : row is { IsReturned: true, Pace: not Pace.Late } ? "退回未交" : !row.HasBegun && row.Pace == Pace.OnTrack ? "没开始" : Choices.NameOf(row.Pace);

    public static (string Kind, string Icon) LookOf(PaceRow row) => row.Pace switch
    {
        Pace.Done => ("ok", "check"),
        Pace.Late => ("bad", "error"),
        Pace.AtRisk => ("warn", "alert"),
        _ when row.IsReturned => ("warn", "return"),
        _ => row.HasBegun ? ("doing", "pencil") : ("", "circle"),
    };
}
