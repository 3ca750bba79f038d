using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Organisation;

/// <summary>The history of a branch, its warnings and its floating members.</summary>
public sealed class HistoryTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Students = "材料本科生支部";
    private const string Masters = "材料硕士生支部";

    private World _world = null!;
    private HttpClient _department = null!;
    private HttpClient _officer = null!;
    private HttpClient _secretary = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        (_department, _officer, _secretary) = (await _world.AsAsync(Actor.Department), await _world.AsAsync(Actor.Officer), await _world.AsAsync(Actor.Secretary));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_branch_shows_grades_plans_changes_and_secretaries_over_the_years()
    {
        await _world.RememberAsync(2010, (World.Own, Grade.C));
        var round = await _world.OpenAsync(2011);
        var participant = await _world.ParticipantAsync(round, World.Own);
        await app.SaveAsync(async db =>
        {
            var plan = new ImprovementPlan(await db.Participants.SingleAsync(row => row.Id == participant), PlanKind.Rise, "书记", WebApp.Start.UtcDateTime);
            plan.Add(PlanItemOrigin.Own, "学习不够", null, "每月一次", Grade.B, "张三", null, new DateOnly(2012, 6, 30));
            db.Add(plan);
        });
        await _department.PostFormAsync($"/branches/{_world.Branch(World.Own)}/secretary", $"/branches/{_world.Branch(World.Own)}/secretary", ("Name", "新书记"), ("On", new DateOnly(2012, 3, 1)));

        var page = await _officer.GetPageAsync($"/branches/{_world.Branch(World.Own)}/history");
        Assert.Contains("2010 年 C一般", page.Text);
        Assert.Contains($"当时的情况：{World.Own}，{World.Materials}，书记材料书记，党员 22 人", page.Text);
        Assert.Contains("提升计划：起草中，1 项中已销号 0 项", page.Text);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/plans/{participant}']"));
        Assert.Contains("材料书记 → 新书记", page.Text);
        Assert.Contains("2011年3月 – 2012年3月", page.Text);
        Assert.Contains("2012年3月 – 现任", page.Text);

        var file = await _officer.SendAsync($"/branches/{_world.Branch(World.Own)}/history/export", await _officer.TokensAsync());
        using var workbook = new ClosedXML.Excel.XLWorkbook(await file.Response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal((2010d, World.Own, "C"), (workbook.Worksheet("历年等级").Cell(2, 1).GetDouble(), workbook.Worksheet("历年等级").Cell(2, 2).GetString(), workbook.Worksheet("历年等级").Cell(2, 3).GetString()));
        Assert.Contains("材料书记 → 新书记", workbook.Worksheet("变动").Cell(2, 3).GetString());
        Assert.Equal(("提升", "起草中", 1d), (workbook.Worksheet("历年情况和整改").Cell(2, 6).GetString(), workbook.Worksheet("历年情况和整改").Cell(2, 7).GetString(), workbook.Worksheet("历年情况和整改").Cell(2, 8).GetDouble()));
        Assert.Equal(3, workbook.Worksheet("历任书记").RowsUsed().Count());
    }

    [Fact]
    public async Task A_merged_branch_shows_the_grades_of_those_it_came_from()
    {
        await _world.RememberAsync(2010, (Students, Grade.C), (Masters, Grade.B));
        await _department.PostFormAsync(
            $"/organisation-changes/mergers/new?branches={_world.Branch(Students)}&branches={_world.Branch(Masters)}", "/organisation-changes/mergers", ("Into", 0), ("Name", "材料学生支部"), ("On", new DateOnly(2011, 9, 1)));
        var merged = await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == "材料学生支部").Select(branch => branch.Id).SingleAsync());

        // What is told of a predecessor of a later year than the merger is none of the successor's.
        await _world.RememberAsync(2012, (Masters, Grade.D));
        var text = (await _officer.GetPageAsync($"/branches/{merged}/history")).Text;
        Assert.Contains($"前身{Students}：C", text);
        Assert.Contains($"前身{Masters}：B", text);
        Assert.DoesNotContain("：D", text);
        Assert.Contains("后续", (await _officer.GetPageAsync($"/branches/{_world.Branch(Masters)}/history")).Text);
        Assert.Contains("材料学生支部", (await _officer.GetPageAsync($"/branches/{_world.Branch(Masters)}/history")).Text);
    }

    [Fact]
    public async Task What_a_predecessor_did_after_the_ways_had_parted_is_none_of_the_successors()
    {
        await _world.RememberAsync(2009, (Students, Grade.B), (Masters, Grade.C));
        await _world.RememberAsync(2010, (Students, Grade.A), (Masters, Grade.D));
        var own = _world.Branch(Students);
        var split = await _department.PostFormAsync($"/branches/{own}/split", $"/branches/{own}/split", ("GoesOn", true), ("Form.Parts[0].Name", "材料本科生第二支部"), ("On", new DateOnly(2010, 9, 1)));
        Assert.True(split.Code == 302, split.Text);
        await _department.PostFormAsync($"/organisation-changes/mergers/new?branches={own}&branches={_world.Branch(Masters)}", "/organisation-changes/mergers", ("Into", own), ("On", new DateOnly(2011, 9, 1)));
        var part = await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == "材料本科生第二支部").Select(branch => branch.Id).SingleAsync());

        // The part has the branch it came from behind it, not what that took in a year later; and the branch that was taken in is not followed by what had been split off before.
        var text = (await _officer.GetPageAsync($"/branches/{part}/history")).Text;
        Assert.Contains($"前身{Students}：A", text);
        Assert.DoesNotContain(Masters, text);
        Assert.DoesNotContain("材料本科生第二支部", (await _officer.GetPageAsync($"/branches/{_world.Branch(Masters)}/history")).Text);
        Assert.Contains($"前身{Masters}：D", (await _officer.GetPageAsync($"/branches/{own}/history")).Text);

        // Merged and then split: both stand behind the part of later.
        await _department.PostFormAsync($"/branches/{own}/split", $"/branches/{own}/split", ("GoesOn", true), ("Form.Parts[0].Name", "材料本科生第三支部"), ("On", new DateOnly(2011, 12, 1)));
        var late = await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == "材料本科生第三支部").Select(branch => branch.Id).SingleAsync());
        text = (await _officer.GetPageAsync($"/branches/{late}/history")).Text;
        Assert.Contains($"前身{Students}：B", text);
        Assert.Contains($"前身{Masters}：C", text);
        Assert.Contains($"前身{Masters}{Masters}书记", text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Warnings_are_shown_and_listed_and_stand_in_nobodys_way()
    {
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.SingleAsync(branch => branch.Name == World.Own);
            branch.Describe(2, 0, 3, branch.Founded, new DateOnly(2008, 9, 1));
            (await db.Branches.SingleAsync(row => row.Name == World.Foreign)).Describe(60, 0, 3, branch.Founded, new DateOnly(2011, 3, 1));
        });
        var page = (await _secretary.GetPageAsync($"/branches/{_world.Branch(World.Own)}")).Text;
        Assert.Contains("党员 2 人，不足 3 人", page);
        Assert.Contains("2011年9月到期", page);
        Assert.Contains("换届逾期", (await _officer.GetPageAsync($"/committees/{_world.Committee(World.Materials)}")).Text);
        var home = await _department.GetPageAsync("/");
        Assert.NotNull(home.Document.QuerySelector("main a[href='/organisation-warnings?kind=TooFewMembers']"));

        var all = (await _department.GetPageAsync("/organisation-warnings")).Text;
        Assert.Contains("党员 60 人，超过 50 人", all);
        Assert.DoesNotContain("超过 50 人；", (await _department.GetPageAsync("/organisation-warnings?kind=TooFewMembers")).Text);
        Assert.DoesNotContain(World.Own, (await _department.GetPageAsync($"/organisation-warnings?committee={_world.Committee(World.Computing)}")).Text);
        Assert.DoesNotContain(World.Foreign, (await _officer.GetPageAsync("/organisation-warnings")).Text);
        var file = await _officer.SendAsync("/organisation-warnings/export?kind=TooFewMembers", await _officer.TokensAsync());
        using var workbook = new ClosedXML.Excel.XLWorkbook(await file.Response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(World.Own, workbook.Worksheet("组织提醒").Cell(2, 2).GetString());
        Assert.Equal(2, workbook.Worksheet("组织提醒").RowsUsed().Count());
    }

    [Fact]
    public async Task A_new_secretary_is_warned_of_until_the_training_is_recorded()
    {
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(branch => branch.Terms).ThenInclude(term => term.Person).SingleAsync(branch => branch.Name == World.Own);
            branch.Secretary!.Correct(new DateOnly(2011, 9, 1), null);
        });
        var address = $"/branches/{_world.Branch(World.Own)}";
        Assert.Contains("半年内没有任职培训的记录", (await _officer.GetPageAsync(address)).Text);
        await app.SaveAsync(async db =>
        {
            var person = await db.People.SingleAsync(person => person.Name == "材料书记");
            db.Add(new Training(person.Id, TrainingKind.Rotation, new DateOnly(2011, 10, 1), "轮训班", "组织员", WebApp.Start.UtcDateTime));
        });
        Assert.Contains("半年内没有任职培训的记录", (await _officer.GetPageAsync(address)).Text);
        await app.SaveAsync(async db =>
        {
            var person = await db.People.SingleAsync(person => person.Name == "材料书记");
            db.Add(new Training(person.Id, TrainingKind.Induction, new DateOnly(2011, 10, 1), "新任书记培训班", "组织员", WebApp.Start.UtcDateTime));
        });
        Assert.DoesNotContain("任职培训", (await _officer.GetPageAsync(address)).Text);
    }

    [Fact]
    public async Task Floating_members_are_kept_by_the_branch_and_covered_when_all_are_settled()
    {
        var address = $"/branches/{_world.Branch(World.Own)}/floating-members";
        Assert.Equal(302, (await _secretary.PostFormAsync(address, address, ("Place", "深圳"), ("Count", "３"), ("Host", "南山区流动党员支部"))).Code);
        Assert.Equal(302, (await _officer.PostFormAsync(address, address, ("Place", "上海"), ("Count", 1))).Code);
        Assert.Contains("还有 1 人没有落实", (await _secretary.GetPageAsync(address)).Text);
        var row = $"|{World.Materials}|1|4|3|75.00|";
        Assert.Contains(row, Cells(await _department.GetPageAsync("/floating-members")));

        var open = await app.InDbAsync(db => db.FloatingMembers.Where(floating => floating.Place == "上海").Select(floating => floating.Id).SingleAsync());
        Assert.Equal(302, (await _secretary.PostFormAsync($"/floating-members/{open}/edit", $"/floating-members/{open}", ("Host", "浦东新区流动党员支部"))).Code);
        Assert.Contains("党组织全覆盖", (await _secretary.GetPageAsync(address)).Text);
        Assert.Contains("党组织全覆盖", (await _officer.GetPageAsync("/floating-members")).Text);
        Assert.Contains("共 0 处", (await _department.GetPageAsync("/floating-members?host=open")).Text);
        var file = await _department.SendAsync("/floating-members/export", await _department.TokensAsync());
        using var workbook = new ClosedXML.Excel.XLWorkbook(await file.Response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal((World.Materials, 100d), (workbook.Worksheet("各二级党组织").Cell(2, 1).GetString(), workbook.Worksheet("各二级党组织").Cell(2, 5).GetDouble()));
        Assert.Equal(3, workbook.Worksheet("去向").RowsUsed().Count());

        Assert.Equal(302, (await _secretary.PostFormAsync(address, $"{address}/{open}/removal")).Code);
        Assert.Equal(1, await app.InDbAsync(db => db.FloatingMembers.CountAsync()));

        static string Cells(Answer page) => string.Concat(page.Document.QuerySelectorAll("tbody tr").Select(line => "|" + string.Join('|', line.Children.Select(cell => cell.TextContent.Trim())) + "|\n"));
    }

    [Fact]
    public async Task More_floating_members_than_members_is_a_warning_and_no_block()
    {
        var address = $"/branches/{_world.Branch(World.Own)}/floating-members";
        Assert.Equal(302, (await _secretary.PostFormAsync(address, address, ("Place", "深圳"), ("Count", 23))).Code);
        Assert.Contains("比支部的党员 22 人还多", (await _secretary.GetPageAsync(address)).Text);
        Assert.Contains("比党员 22 人还多", (await _officer.GetPageAsync("/organisation-warnings?kind=MoreFloatingThanMembers")).Text);
    }

    [Fact]
    public async Task An_inspector_reads_floating_members_and_keeps_none()
    {
        var address = $"/branches/{_world.Branch(World.Own)}/floating-members";
        var inspector = await _world.AsAsync(Actor.Inspector);
        var page = await inspector.GetPageAsync(address);
        Assert.Equal(200, page.Code);
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));
    }
}
