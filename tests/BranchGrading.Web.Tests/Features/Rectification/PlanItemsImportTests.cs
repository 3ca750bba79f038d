using System.Text;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Tests.Features.Consequences;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Rectification;

public sealed class PlanItemsImportTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Header = "党支部名称,存在的主要问题,整改措施,责任人,联系领导,完成时限,目标等级";

    private World _world = null!;
    private int _round;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _round = await _world.FinalAsync(2012, (World.Own, 70m), (World.Foreign, 50m));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_table_begins_plans_and_the_same_table_once_more_changes_nothing()
    {
        var file = Csv($"{World.Own},会开得少,每季度开一次支部大会,王强,李院长,2012-09-30,B", $"{World.Own},记录不全,专人记录,赵敏,,2012年10月8日,较好", $"{World.Foreign},党课少,每学期两次,陈红,,2012/9/30,C");
        var browser = await _world.AsAsync(Actor.Department);
        var (address, page) = await CheckAsync(browser, file);
        Assert.Contains("目标 B，2012年9月30日完成；同时新建整改提升计划", page.Text);
        Assert.Contains("已写入：新增 3 行，修改 0 行", (await browser.ConfirmAsync(address)).Text);

        var plan = await PlanAsync(World.Own);
        Assert.Equal((PlanKind.Rectify, true, "李院长"), (plan.Kind, plan.IsDraft, plan.ContactLeader));
        Assert.Equal(
            [("会开得少", "每季度开一次支部大会", "王强", "", (DateOnly?)new DateOnly(2012, 9, 30), (Grade?)Grade.B), ("记录不全", "专人记录", "赵敏", "", new DateOnly(2012, 10, 8), Grade.B)],
            plan.Items.Select(item => (item.Problem, item.Measure, item.ResponsiblePerson, item.ContactLeader, item.DueOn, item.TargetGrade)));
        Assert.All(plan.Items, item => Assert.Equal(PlanItemOrigin.Import, item.Origin));
        Assert.Contains("3 行都和现有内容一致", (await CheckAsync(browser, file)).Page.Text);
    }

    [Fact]
    public async Task An_item_is_the_same_where_branch_and_problem_are_the_same_by_folded_text()
    {
        await _world.PlanAsync(_round, World.Own, PlanState.Drafting, "会开得少（全年三次）");
        var browser = await _world.AsAsync(Actor.Officer);
        var before = (await PlanAsync(World.Own)).Version;
        var (address, page) = await CheckAsync(browser, Csv($"{World.Own},会开得少(全年 三次),每月开一次,王强,李院长,2012-09-01,B"));
        Assert.Contains("有变化", page.Text);
        Assert.Contains("2012年9月30日 → 2012年9月1日", page.Text);
        await browser.ConfirmAsync(address);
        var plan = await PlanAsync(World.Own);
        var item = Assert.Single(plan.Items);
        Assert.Equal(("会开得少（全年三次）", "重视不够", "每月开一次", new DateOnly(2012, 9, 1)), (item.Problem, item.Cause, item.Measure, item.DueOn));
        Assert.NotEqual(before, plan.Version);
    }

    [Fact]
    public async Task What_the_board_hands_out_comes_in_again_without_a_change()
    {
        await _world.PlanAsync(_round, World.Own, PlanState.Returned, "会开得少", "记录不全");
        var running = await _world.PlanAsync(_round, World.Foreign, PlanState.Running, "党课少");
        await _world.ProgressAsync(running, 0, 30, "讲了一次");
        var browser = await _world.AsAsync(Actor.Department);
        using var workbook = await browser.ExportAsync($"/rounds/{_round}/rectification/export");
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        var (_, page) = await CheckAsync(browser, file.ToArray(), "整改事项.xlsx");
        Assert.Contains("3 行都和现有内容一致", page.Text);
        Assert.Contains("没有用到的列：原因", page.Text);
    }

    [Theory]
    [InlineData(PlanState.Submitted, "计划已经提交，正在审核")]
    [InlineData(PlanState.Running, "计划已经批准")]
    public async Task A_plan_that_is_handed_in_is_not_changed(PlanState state, string why)
    {
        await _world.PlanAsync(_round, World.Own, state, "会开得少");
        var (_, page) = await CheckAsync(await _world.AsAsync(Actor.Department), Csv($"{World.Own},会开得少,换一个措施,王强,,2012-09-30,B", $"{World.Own},新问题,措施,王强,,2012-09-30,B"));
        Assert.Contains("2 行有错误", page.Text);
        Assert.Contains(why, page.Text);
        Assert.Single((await PlanAsync(World.Own)).Items);
    }

    [Fact]
    public async Task A_plan_sent_back_may_be_changed()
    {
        await _world.PlanAsync(_round, World.Own, PlanState.Returned, "会开得少");
        var browser = await _world.AsAsync(Actor.Officer);
        await browser.ConfirmAsync((await CheckAsync(browser, Csv($"{World.Own},新问题,措施,王强,,2012-09-30,B"))).Address);
        Assert.Equal(["会开得少", "新问题"], (await PlanAsync(World.Own)).Items.Select(item => item.Problem));
    }

    [Fact]
    public async Task Errors_name_the_row_and_what_to_do()
    {
        var (_, page) = await CheckAsync(await _world.AsAsync(Actor.Department), Csv(
            "没有的支部,问题,措施,王强,,2012-09-30,B", $"{World.Own},,措施,王强,,2012-09-30,B", $"{World.Own},一,措施,王强,,2012-09,B", $"{World.Own},二,措施,王强,,1999-09-30,B",
            $"{World.Own},三,措施,王强,,2012-09-30,优", $"{World.Own},四,措施,王强,,2012-09-30,B", $"{World.Own}, 四 ,措施,王强,,2012-09-30,B", $"{World.Own},五,,,,,"));
        foreach (var text in new[]
        {
            "6 行有错误", "本年度没有「没有的支部」", "没有填写存在的主要问题", "没有写到日", "完成时限应在 2000 年到 2100 年之间", "不是等级", "与第 7 行是同一个支部的同一个问题",
            "还没有写整改措施、责任人、完成时限、目标等级，提交计划以前要补上",
        })
        {
            Assert.Contains(text, page.Text);
        }
    }

    [Fact]
    public async Task Branches_of_one_name_are_told_apart_by_their_unit()
    {
        await app.SaveAsync(async db =>
            db.Entry(await db.Participants.SingleAsync(row => row.RoundId == _round && row.BranchName == World.Foreign)).Property(row => row.BranchName).CurrentValue = World.Own);
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Contains($"本年度有 2 个「{World.Own}」，请在表里加上「二级党组织」一列", (await CheckAsync(browser, Csv($"{World.Own},问题,措施,王强,,2012-09-30,B"))).Page.Text);
        var (address, _) = await CheckAsync(browser, Encoding.UTF8.GetBytes($"二级党组织,{Header}\n{World.Computing},{World.Own},问题,措施,王强,,2012-09-30,B\n,{World.Own},问题二,措施,王强,,2012-09-30,B\n"));
        await browser.ConfirmAsync(address);
        Assert.Equal(2, await app.InDbAsync(db => db.PlanItems.CountAsync(item => db.Plans.Any(plan => plan.Id == item.PlanId && plan.Participant.CommitteeName == World.Computing))));
    }

    [Fact]
    public async Task An_officer_writes_for_the_own_committee_alone()
    {
        var officer = await _world.AsAsync(Actor.Officer);
        Assert.Contains($"您负责的二级党组织里没有「{World.Foreign}」", (await CheckAsync(officer, Csv($"{World.Foreign},问题,措施,王强,,2012-09-30,B"))).Page.Text);
        Assert.Contains(
            $"「{World.Computing}」不是您负责的二级党组织",
            (await CheckAsync(officer, Encoding.UTF8.GetBytes($"二级党组织,{Header}\n{World.Computing},{World.Foreign},问题,措施,王强,,2012-09-30,B\n"))).Page.Text);
    }

    [Fact]
    public async Task A_branch_without_a_review_has_no_plan_yet()
    {
        var open = await _world.OpenAsync(2013);
        var browser = await _world.AsAsync(Actor.Department);
        var (_, page) = await browser.CheckAsync($"/rounds/{open}/rectification/new", $"/rounds/{open}/rectification", "整改.csv", Csv($"{World.Own},问题,措施,王强,,2012-09-30,B"));
        Assert.Contains("还没有提交自我评价，也没有登记初评结果", page.Text);
        var preparing = await _world.PrepareAsync(2014);
        var refused = await browser.UploadAsync($"/rounds/{preparing}/rectification/new", $"/rounds/{preparing}/rectification", "整改.csv", Csv($"{World.Own},问题,措施,王强,,2012-09-30,B"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("本年度还没有开始", refused.Text);
    }

    [Fact]
    public async Task An_item_that_is_accepted_is_an_error_of_its_row()
    {
        var own = await _world.PlanAsync(_round, World.Own, PlanState.Running, "会开得少", "记录不全");
        await _world.AcceptAsync(own, 0);
        await app.SaveAsync(async db => (await db.Plans.Include(plan => plan.Items).Include(plan => plan.Returns).AsSplitQuery().SingleAsync()).Return("再改", "组织员", WebApp.Start.UtcDateTime));
        var browser = await _world.AsAsync(Actor.Officer);
        var (address, page) = await CheckAsync(browser, Csv($"{World.Own},会开得少,换一个措施,王强,,2012-09-30,B", $"{World.Own},记录不全,每周检查,王强,,2012-09-30,B"));
        Assert.Contains("1 行有错误", page.Text);
        Assert.Contains("这一项已经销号", page.Text);
        await browser.ConfirmAsync(address);
        Assert.Equal(["针对「会开得少」每月检查一次", "每周检查"], (await PlanAsync(World.Own)).Items.Select(item => item.Measure));
        Assert.StartsWith("2012 年度，", await app.InDbAsync(db => db.AuditEntries.Where(row => row.Event == "PlanItemsImported").Select(row => row.Subject).SingleAsync()));
    }

    [Fact]
    public async Task What_a_branch_is_still_writing_is_not_told_by_a_dry_run()
    {
        await _world.PlanAsync(_round, World.Own, PlanState.Drafting, "会开得少");
        var (_, page) = await CheckAsync(await _world.AsAsync(Actor.Department), Csv($"{World.Own},会开得少,换一个措施,赵敏,,2012-10-31,C"));
        Assert.Contains("支部正在写", page.Text);
        Assert.DoesNotContain("每月检查一次", page.Text);
        Assert.DoesNotContain("王强", page.Text);
    }

    [Fact]
    public async Task Before_publication_a_plan_that_is_imported_tells_nothing_of_the_review()
    {
        var round = await _world.GradeAsync(2013, null, (World.Own, 50m));
        var browser = await _world.AsAsync(Actor.Department);
        await browser.ConfirmAsync((await browser.CheckAsync($"/rounds/{round}/rectification/new", $"/rounds/{round}/rectification", "整改.csv", Csv($"{World.Own},问题,措施,王强,,2013-09-30,B"))).Address);
        Assert.Equal((PlanKind.Rise, ""), await app.InDbAsync(db => db.Plans.Where(plan => plan.Participant.RoundId == round).Select(plan => ValueTuple.Create(plan.Kind, plan.ContactLeader)).SingleAsync()));
    }

    [Fact]
    public async Task More_items_than_a_plan_holds_are_errors()
    {
        var (_, page) = await CheckAsync(await _world.AsAsync(Actor.Department), Csv([.. Enumerable.Range(1, ImprovementPlan.MostItems + 1).Select(number => $"{World.Own},问题{number},措施,王强,,2012-09-30,B")]));
        Assert.Contains("1 行有错误", page.Text);
        Assert.Contains("一份计划最多 30 项", page.Text);
    }

    private Task<(string Address, Answer Page)> CheckAsync(HttpClient browser, byte[] file, string name = "整改.csv") =>
        browser.CheckAsync($"/rounds/{_round}/rectification/new", $"/rounds/{_round}/rectification", name, file);

    private Task<ImprovementPlan> PlanAsync(string branch) => app.InDbAsync(db => db.Plans.AsNoTracking().Include(plan => plan.Items.OrderBy(item => item.Order))
        .SingleAsync(plan => plan.Participant.BranchName == branch && plan.Participant.RoundId == _round));

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', rows)}\n");
}
