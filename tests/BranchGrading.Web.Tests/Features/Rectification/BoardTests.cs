using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Tests.Features.Consequences;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Rectification;

public sealed class BoardTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_a_final_round_there_is_no_board_yet_and_then_the_latest_one_is_it()
    {
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Contains("还没有定级的年度", (await browser.GetPageAsync("/rectification")).Text);
        await _world.FinalAsync(2010);
        var latest = await _world.FinalAsync(2011);
        await _world.OpenAsync(2012);
        Assert.Equal($"/rounds/{latest}/rectification", (await browser.GetPageAsync("/rectification")).Location);
    }

    [Fact]
    public async Task Figures_say_what_is_open_waits_is_late_and_is_accepted_and_who_lacks_a_plan()
    {
        var (round, own, _) = await SampleAsync();
        var browser = await _world.AsAsync(Actor.Department);
        var page = await browser.GetPageAsync($"/rounds/{round}/rectification");
        Assert.Equal(200, page.Code);
        Assert.Equal(["2", "1", "1", "3", "1", "1", "0", "1", "33.33", "0"], Row(page, World.Materials));
        Assert.Equal(["1", "0", "0", "1", "1", "0", "0", "0", "0.00", "0"], Row(page, World.Computing));
        Assert.Equal(["3", "1", "1", "4", "2", "1", "0", "1", "25.00", "0"], Row(page, "合计"));
        Assert.Contains("1 个 C 级、D 级支部缺计划：材料机关支部（D 级）", page.Text);
        Assert.Equal(["会开得少", "记录不全", "活动单一", "党课少", "学习不够"], Problems(page));
        Assert.NotNull(page.Document.QuerySelector($".board-items a[href='/plans/{own}']"));

        // Past the day whatever is not accepted is late.
        app.Clock.Advance(TimeSpan.FromDays(200));
        page = await (await _world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync($"/rounds/{round}/rectification");
        Assert.Equal(["2", "1", "1", "3", "1", "1", "2", "1", "33.33", "1"], Row(page, World.Materials));
        Assert.Contains("1 个 D 级支部定级半年还没有全部销号：材料机关支部（材料学院党委，没有联系领导，缺计划）", page.Text);
    }

    [Fact]
    public async Task Items_are_found_by_unit_state_grade_month_and_text()
    {
        var (round, _, _) = await SampleAsync();
        var browser = await _world.AsAsync(Actor.Department);
        foreach (var (query, expected) in new (string, string[])[]
        {
            ("state=Open", ["记录不全", "党课少"]), ("state=Requested", ["会开得少"]), ("state=Accepted", ["学习不够"]), ("state=Waiting", ["活动单一"]), ("state=Overdue", []),
            ($"committeeId={_world.Committee(World.Computing)}", ["党课少"]), ("grade=D", []), ("grade=B", ["活动单一"]), ("due=2012-09&state=Open", ["记录不全", "党课少"]), ("due=2012-10", []),
            ("q=" + Uri.EscapeDataString("记录"), ["记录不全"]), ("q=" + Uri.EscapeDataString("计算机"), ["党课少"]), ("q=%25", []),
        })
        {
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', Problems(await browser.GetPageAsync($"/rounds/{round}/rectification?{query}")))));
        }
    }

    [Fact]
    public async Task Units_are_sorted_by_any_figure()
    {
        var (round, _, _) = await SampleAsync();
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Equal([World.Library, World.Computing, World.Materials], await UnitsAsync("-name"));
        Assert.Equal([World.Materials, World.Computing, World.Library], await UnitsAsync("-required"));
        Assert.Equal([World.Library, World.Computing, World.Materials], await UnitsAsync("items"));
        Assert.Equal([World.Materials, World.Computing, World.Library], await UnitsAsync("nothing"));

        async Task<string[]> UnitsAsync(string sort) => [.. (await browser.GetPageAsync($"/rounds/{round}/rectification?sort={sort}"))
            .Document.QuerySelectorAll(".sort-table tbody tr:not(.total) th").Select(head => head.TextContent.Trim())];
    }

    [Fact]
    public async Task An_officer_sees_the_own_committee_and_after_a_move_the_new_one_sees_the_branch()
    {
        var (round, _, foreign) = await SampleAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        var page = await officer.GetPageAsync($"/rounds/{round}/rectification");
        Assert.DoesNotContain(World.Foreign, page.Text);
        Assert.Equal(["会开得少", "记录不全", "活动单一", "学习不够"], Problems(page));

        await app.SaveAsync(async db =>
            db.Entry(await db.Branches.SingleAsync(branch => branch.Name == World.Foreign)).Property(branch => branch.CommitteeId).CurrentValue = _world.Committee(World.Materials));
        page = await officer.GetPageAsync($"/rounds/{round}/rectification");
        Assert.NotNull(page.Document.QuerySelector($".board-items a[href='/plans/{foreign}']"));
        Assert.Contains(World.Foreign, (await (await _world.AsAsync(Actor.OtherOfficer)).GetPageAsync($"/rounds/{round}/rectification")).Text);
    }

    [Fact]
    public async Task Before_publication_the_new_committee_of_a_branch_learns_no_grade_and_no_leader_of_it()
    {
        var round = await _world.GradeAsync(2012, null, (World.Foreign, 50m));
        await app.SaveAsync(async db =>
            db.Entry(await db.Branches.SingleAsync(branch => branch.Name == World.Foreign)).Property(branch => branch.CommitteeId).CurrentValue = _world.Committee(World.Materials));
        foreach (var (actor, grade) in new[] { (Actor.Officer, ""), (Actor.OtherOfficer, "1"), (Actor.Department, "1") })
        {
            var browser = await _world.AsAsync(actor);
            var page = await browser.GetPageAsync($"/rounds/{round}/rectification");
            Assert.Equal((actor, grade.Length > 0), (actor, page.Document.QuerySelector(".facts b")!.TextContent == "1"));
            using var export = await browser.ExportAsync($"/rounds/{round}/rectification/export");
            Assert.Equal((actor, grade.Length > 0), (actor, export.Rows("各二级党组织").Skip(1).Any(row => row[1] == "1")));
        }

        await _world.PlanAsync(round, World.Foreign, PlanState.Submitted, "党课少");
        using var items = await (await _world.AsAsync(Actor.Officer)).ExportAsync($"/rounds/{round}/rectification/export");
        Assert.Equal("", items.Rows("整改事项")[1][9]);
    }

    [Fact]
    public async Task What_a_branch_writes_is_its_own_until_it_hands_it_in_for_the_first_time()
    {
        var round = await _world.FinalAsync(2012, (World.Own, 70m));
        await _world.PlanAsync(round, World.Own, PlanState.Drafting, "会开得少");
        foreach (var actor in new[] { Actor.Department, Actor.Inspector })
        {
            var browser = await _world.AsAsync(actor);
            var page = await browser.GetPageAsync($"/rounds/{round}/rectification?q=" + Uri.EscapeDataString("会开"));
            Assert.Empty(Problems(page));
            Assert.Contains("还有 1 份计划支部正在起草", page.Text);
            using var export = await browser.ExportAsync($"/rounds/{round}/rectification/export");
            Assert.Single(export.Rows("整改事项"));
        }

        var officer = await _world.AsAsync(Actor.Officer);
        Assert.Equal(["会开得少"], Problems(await officer.GetPageAsync($"/rounds/{round}/rectification")));
        await app.SaveAsync(async db =>
        {
            var plan = await db.Plans.Include(row => row.Items).Include(row => row.Returns).AsSplitQuery().SingleAsync();
            plan.Submit(Grade.C, "书记", WebApp.Start.UtcDateTime);
            plan.Return("写具体些", "组织员", WebApp.Start.UtcDateTime);
        });
        var sent = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{round}/rectification");
        Assert.Equal(["会开得少"], Problems(sent));
        Assert.Contains("计划退回修改", sent.Text);
    }

    [Fact]
    public async Task Sending_a_running_plan_back_changes_no_figure_and_no_month()
    {
        var (round, own, _) = await SampleAsync();
        app.Clock.Advance(TimeSpan.FromDays(200));
        var before = await (await _world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync($"/rounds/{round}/rectification");
        await app.SaveAsync(async db => (await db.Plans.Include(plan => plan.Items).Include(plan => plan.Returns).AsSplitQuery().SingleAsync(plan => plan.ParticipantId == own))
            .Return("写具体些", "组织员", app.Clock.GetUtcNow().UtcDateTime));
        var browser = await _world.SignInAsync(World.UserName(Actor.Department));
        var after = await browser.GetPageAsync($"/rounds/{round}/rectification");
        Assert.Equal(Row(before, World.Materials), Row(after, World.Materials));
        Assert.Equal(Months(before), Months(after));
        Assert.Contains("已销号", after.Document.QuerySelectorAll(".board-items tbody tr").Single(row => row.TextContent.Contains("学习不够", StringComparison.Ordinal)).TextContent);
        Assert.Contains("逾期", (await browser.GetPageAsync("/plans?show=Overdue")).Text);

        static string[] Months(Answer page) => [.. page.Document.QuerySelectorAll(".chart-table tbody tr").Select(row => row.TextContent)];
    }

    [Fact]
    public async Task An_impossible_month_is_no_filter()
    {
        var (round, _, _) = await SampleAsync();
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Equal(5, Problems(await browser.GetPageAsync($"/rounds/{round}/rectification?due=9999-12")).Length);
        using var export = await browser.ExportAsync($"/rounds/{round}/rectification/export", KeyValuePair.Create("Due", "9999-12"));
        Assert.Equal(6, export.Rows("整改事项").Count);
    }

    [Fact]
    public async Task Before_the_round_is_final_nothing_runs()
    {
        var round = await _world.GradeAsync(2012, null, (World.Own, 70m));
        await _world.PlanAsync(round, World.Own, PlanState.Approved, "会开得少");
        var page = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{round}/rectification");
        Assert.Contains("还没有定级", page.Text);
        Assert.Contains("等待定级", page.Text);
        Assert.Equal(["1", "0", "0", "0", "0", "0", "0", "0", "–", "0"], Row(page, World.Materials));
        Assert.Empty(page.Document.QuerySelectorAll("figure.chart"));
    }

    [Fact]
    public async Task The_burn_down_tells_every_month_and_counts_what_was_opened_again()
    {
        var (round, own, _) = await SampleAsync();
        app.Clock.Advance(TimeSpan.FromDays(42)); // 1 May
        await _world.OnItemAsync(own, 0, (plan, item, at) => plan.Reopen(item, "又没有开会", true, "组织部", at));
        app.Clock.Advance(TimeSpan.FromDays(40));
        var page = await (await _world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync($"/rounds/{round}/rectification");
        var table = page.Document.QuerySelectorAll(".chart-table tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())));
        Assert.Equal(["2012年3月 3 1 25.00", "2012年4月 3 1 25.00", "2012年5月 4 0 0.00", "2012年6月10日 4 0 0.00"], table);
    }

    [Fact]
    public async Task The_export_has_the_items_as_filtered_and_the_figures()
    {
        var (round, _, _) = await SampleAsync();
        var browser = await _world.AsAsync(Actor.Department);
        using var all = await browser.ExportAsync($"/rounds/{round}/rectification/export");
        Assert.Equal(["整改事项", "各二级党组织"], all.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal(6, all.Rows("整改事项").Count);
        Assert.Equal(["二级党组织", "党支部名称", "存在的主要问题", "整改措施", "责任人", "联系领导", "完成时限", "目标等级"], all.Rows("整改事项")[0][..8]);
        Assert.Equal(
            [World.Materials, World.Own, "会开得少", "针对「会开得少」每月检查一次", "王强", "李院长", "2012-09-30", "B", "重视不够", "C", "待验收", "80", ""],
            all.Rows("整改事项").Single(row => row[2] == "会开得少"));
        Assert.Equal(["合计", "3", "1", "1", "4", "2", "1", "0", "1", "25", "0"], all.Rows("各二级党组织")[^1]);
        using var some = await browser.ExportAsync($"/rounds/{round}/rectification/export", KeyValuePair.Create("state", "Accepted"));
        Assert.Equal(["学习不够"], some.Rows("整改事项").Skip(1).Select(row => row[2]));
        using var own = await (await _world.AsAsync(Actor.Officer)).ExportAsync($"/rounds/{round}/rectification/export");
        Assert.DoesNotContain(own.Rows("整改事项"), row => row[1] == World.Foreign);
    }

    /// <summary>材料: 教工 C with a running plan (one accepted, one waiting, one open), 机关 D without one, 本科生 B handed one in; 计算机教工 C with a running plan.</summary>
    private async Task<(int Round, int Own, int Foreign)> SampleAsync()
    {
        var round = await _world.FinalAsync(2012, (World.Own, 70m), ("材料机关支部", 50m), (World.Foreign, 72m));
        var own = await _world.PlanAsync(round, World.Own, PlanState.Running, "学习不够", "会开得少", "记录不全");
        var foreign = await _world.PlanAsync(round, World.Foreign, PlanState.Running, "党课少");
        await _world.PlanAsync(round, "材料本科生支部", PlanState.Submitted, "活动单一");
        await _world.AcceptAsync(own, 0);
        await _world.ProgressAsync(own, 1, 80, "开了两次支部大会");
        await _world.RequestAsync(own, 1);
        return (round, own, foreign);
    }

    private static string[] Row(Answer page, string unit) => [.. page.Document.QuerySelectorAll(".sort-table tr").Single(row => row.Children[0].TextContent.Trim() == unit)
        .Children.Skip(1).Select(cell => cell.TextContent.Trim())];

    private static string[] Problems(Answer page) => [.. page.Document.QuerySelectorAll(".board-items td[data-label=问题]").Select(cell => cell.TextContent.Trim())];
}
