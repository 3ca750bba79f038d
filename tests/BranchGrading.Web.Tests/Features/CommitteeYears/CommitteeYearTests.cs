using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Tests.Features.Consequences;
using BranchGrading.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.CommitteeYears;

/// <summary>The facts of a committee in a year, alone and beside the others.</summary>
public sealed class CommitteeYearTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Masters = "材料硕士生支部";
    private const string Students = "材料本科生支部";

    private World _world = null!;
    private HttpClient _officer = null!;
    private HttpClient _department = null!;

    private string Address => $"/committees/{_world.Committee(World.Materials)}/years/2012";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _officer = await _world.AsAsync(Actor.Officer);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> FactAsync(string name, HttpClient? browser = null) =>
        (await (browser ?? _officer).GetPageAsync(Address)).Document.QuerySelectorAll("main dl.summary-list > div").First(row => row.QuerySelector("dt")!.TextContent.Trim() == name).QuerySelector("dd")!.TextContent;

    private Task ReportAsync(int round, DateTime at) => app.SaveAsync(db =>
    {
        var report = new CommitteeReport(round, _world.Committee(World.Materials));
        report.Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", at);
        db.Add(report);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_report_before_the_deadline_came_in_time()
    {
        var round = await _world.OpenAsync();
        Assert.Contains("还没上报", await FactAsync("初评报告"));
        await ReportAsync(round, new DateTime(2012, 3, 20, 1, 0, 0, DateTimeKind.Utc));
        var fact = await FactAsync("初评报告");
        Assert.Contains("按时上报", fact);
        Assert.Contains("2012年3月20日 09:00 上报", fact);
    }

    [Fact]
    public async Task A_report_within_an_extension_is_told_apart()
    {
        var round = await _world.OpenAsync();
        var late = new DateTime(2012, 4, 2, 2, 0, 0, DateTimeKind.Utc);
        await app.SaveAsync(db => Task.FromResult(db.Add(new DeadlineExtension(round, _world.Committee(World.Materials), null, DeadlineKind.Report, late.AddDays(1), "停电", "部长", late.AddDays(-3))).Entity));
        await ReportAsync(round, late);
        Assert.Contains("延期内上报", await FactAsync("初评报告"));
    }

    [Fact]
    public async Task Results_on_paper_have_no_time_of_a_report()
    {
        await _world.GradeAsync();
        Assert.Contains("纸质", await FactAsync("初评报告"));
    }

    [Fact]
    public async Task Grades_show_once_published_and_the_rise_once_final()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.C), (Masters, Grade.B), (Students, Grade.C));
        var round = await _world.PublishAsync(2012, new RoundRules { PublicityDays = 0 }, (World.Own, 85m), (Masters, 85m), (Students, 70m));
        var grades = await FactAsync("等级");
        Assert.Contains("A 0 · B 4 · C 1 · D 0", grades);
        Assert.Contains("80.00%", grades);
        Assert.Contains("定级以后才有", await FactAsync("晋位升级"));
        await _world.MakeFinalAsync(round);
        var rise = await FactAsync("晋位升级");
        Assert.Contains("晋位 1 · 保持 2 · 下降 0 · 新参评 2", rise);
        Assert.Contains("33.33%", rise);
    }

    [Fact]
    public async Task Plans_are_counted_by_the_boards_figures()
    {
        var round = await Planning.FinalAsync(_world, 2012, (Masters, 70m), (Students, 70m));
        await _world.PlanAsync(await _world.ParticipantAsync(round, Masters), isApproved: true);
        var plans = await FactAsync("整改");
        Assert.Contains("应整改 2 个支部", plans);
        Assert.Contains("缺计划 1 个", plans);
        Assert.Contains("事项 1 项，已销号 0 项，逾期 0 项", plans);
        app.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Contains("逾期 1 项", await FactAsync("整改", await _world.SignInAsync(World.UserName(Actor.Officer))));
    }

    [Fact]
    public async Task What_the_school_found_out_is_told_to_a_committee_after_publication()
    {
        var round = await _world.GradeAsync(2012, new RoundRules { PublicityDays = 0 });
        var participant = await _world.ParticipantAsync(round, Masters);
        await app.SaveAsync(async db =>
        {
            db.Add(Evidence.OnBranch(await db.Participants.SingleAsync(row => row.Id == participant), EvidenceKind.Records, new DateOnly(2012, 3, 19), "查阅了会议记录", "督查员", WebApp.Start.UtcDateTime));
            var school = new SchoolEvaluation(participant);
            school.Record(80m, false, "抽查", "部长", WebApp.Start.UtcDateTime);
            db.Add(school);
        });
        Assert.Contains("公示以后才显示", await FactAsync("学校考评"));
        Assert.Contains("考评记录 1 条，学校重新评分 1 个支部", await FactAsync("学校考评", _department));
        await _world.PublishGradesAsync(round);
        Assert.Contains("考评记录 1 条，学校重新评分 1 个支部", await FactAsync("学校考评"));
    }

    [Fact]
    public async Task A_D_branch_tells_whether_its_secretary_was_replaced()
    {
        await Planning.FinalAsync(_world, 2012, (Masters, 50m), (Students, 50m));
        Assert.Equal(2, (await _officer.GetPageAsync(Address)).Document.QuerySelectorAll("section[aria-labelledby=h-replaced] tbody tr").Count(row => row.TextContent.Contains("尚未调整", StringComparison.Ordinal)));
        var address = $"/branches/{_world.Branch(Masters)}/secretary";
        var done = await _department.PostFormAsync(address, address, ("Name", "新书记"), ("StaffNumber", "20080808"), ("On", new DateOnly(2012, 3, 15)));
        Assert.True(done.Code == 302, done.Text);
        var page = await _officer.GetPageAsync(Address);
        var row = page.Document.QuerySelectorAll("section[aria-labelledby=h-replaced] tbody tr").Single(row => row.TextContent.Contains(Masters, StringComparison.Ordinal)).TextContent;
        Assert.Contains("已调整", row);
        Assert.Contains("新书记，2012年3月15日起", row);
        Assert.Contains("1 / 2", (await _department.GetPageAsync("/committees/years/2012")).Text);
    }

    [Fact]
    public async Task The_department_sees_all_committees_side_by_side_sorted_and_exported()
    {
        await Planning.FinalAsync(_world, 2012, (Masters, 70m));
        var list = await _department.GetPageAsync("/committees/years/2012?sort=-required");
        Assert.Equal([World.Materials, World.Computing, World.Library], list.Document.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal([World.Library, World.Computing, World.Materials], (await _department.GetPageAsync("/committees/years/2012?sort=-name")).Document.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal([World.Library], (await _department.GetPageAsync("/committees/years/2012?kind=DirectBranch")).Document.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim()));
        using var workbook = await _department.ExportAsync("/committees/years/2012/export?sort=-required");
        var rows = workbook.Rows("业绩考核");
        Assert.Equal(4, rows.Count);
        Assert.Equal((World.Materials, "1"), (rows[1][0], rows[1][Array.IndexOf(rows[0], "应整改支部")]));
        Assert.Equal("2012 年二级党组织业绩考核，3 个单位", await app.InDbAsync(db => db.AuditEntries.Where(entry => entry.Event == nameof(AuditEvent.FormExported)).Select(entry => entry.Subject).SingleAsync()));
    }

    [Fact]
    public async Task An_officer_sees_the_own_committee_alone()
    {
        await Planning.FinalAsync(_world);
        Assert.Equal([World.Materials], (await _officer.GetPageAsync("/committees/years/2012")).Document.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(404, (await _officer.GetPageAsync($"/committees/{_world.Committee(World.Computing)}/years/2012")).Code);
        Assert.Equal(404, (await (await _world.AsAsync(Actor.Secretary)).GetPageAsync(Address)).Code);
    }

    [Fact]
    public async Task A_year_goes_out_as_one_workbook()
    {
        await Planning.FinalAsync(_world, 2012, (Masters, 50m));
        using var workbook = await _officer.ExportAsync(Address + "/export");
        Assert.Equal(["业绩考核", "后进支部书记", "工作方案", "联系点", "承诺和点评", "书记培训情况", "培训记录"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal([Masters, Masters + "书记", Masters + "书记", "", "尚未调整"], workbook.Rows("后进支部书记")[1]);
        Assert.Equal(6, workbook.Rows("书记培训情况").Count);
    }

    [Fact]
    public async Task Years_without_a_page_are_not_there_and_past_ones_can_be_read()
    {
        var unit = $"/committees/{_world.Committee(World.Materials)}/years";
        Assert.Equal((302, Address), (await _officer.GetPageAsync(unit) is var latest ? (latest.Code, latest.Location) : default));
        Assert.Equal(404, (await _officer.GetPageAsync(unit + "/1989")).Code);
        Assert.Equal(404, (await _officer.GetPageAsync(unit + "/2014")).Code);
        await _world.RememberAsync(2005, (Masters, Grade.B));
        var past = await _officer.GetPageAsync(unit + "/2005");
        Assert.Contains("现在只能看", past.Text);
        Assert.Contains("A 0 · B 1", past.Text);
        Assert.Null((await _officer.GetPageAsync(unit + "/2005/notes")).Document.QuerySelector("main form[method=post]"));
        Assert.NotNull((await _department.GetPageAsync(unit + "/2005/notes")).Document.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task The_start_page_asks_for_the_work_programme_while_a_round_is_open()
    {
        await _world.OpenAsync();
        var link = (await _officer.GetPageAsync("/")).Document.QuerySelector($"main a[href='{Address}/work-plans']");
        Assert.Equal("存 2012 年工作方案", link?.TextContent);
        await app.SaveAsync(db => Task.FromResult(db.Add(new CommitteeNote(_world.Committee(World.Materials), 2012, CommitteeNoteKind.WorkPlan, new DateOnly(2012, 3, 1), "方案", null, "组织员", WebApp.Start.UtcDateTime)).Entity));
        Assert.Null((await _officer.GetPageAsync("/")).Document.QuerySelector($"main a[href='{Address}/work-plans']"));
    }
}
