using BranchGrading.Domain.Rectification;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Plans;

/// <summary>Who acts on plans, and what waits for whom.</summary>
public sealed class PlanActorTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_leads_the_branch_does_not_approve_its_plan_and_the_department_does_where_nobody_else_is()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isSubmitted: true);
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(row => row.Terms).ThenInclude(term => term.Person).SingleAsync(row => row.Name == World.Own);
            branch.AppointSecretary(await db.People.SingleAsync(person => person.Name == "组织员1"), null, null, new DateOnly(2012, 3, 20));
        });
        var (officer, department) = (await _world.AsAsync(Actor.Officer), await _world.AsAsync(Actor.Department));
        var page = await officer.GetPageAsync($"/plans/{own}");
        Assert.Contains("按回避的要求不能审核和验收", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action$='/approval']"));
        Assert.Equal(404, (await officer.SendAsync($"/plans/{own}/approval", await officer.TokensAsync())).Code);
        Assert.Contains("由组织部审核、验收的计划", (await department.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Planning.AssertDone(await department.OnPlanAsync(own, "/approval"));
    }

    [Fact]
    public async Task The_plan_of_a_direct_branch_is_approved_and_accepted_by_the_department()
    {
        var direct = await _world.ParticipantAsync(await _world.FinalAsync(2012, (World.Library, 70m)), World.Library);
        await _world.PlanAsync(direct);
        var (secretary, department) = (await _world.AsAsync(Actor.DirectSecretary), await _world.AsAsync(Actor.Department));
        Planning.AssertDone(await secretary.OnPlanAsync(direct, "/submission"));
        Assert.Equal(404, (await secretary.SendAsync($"/plans/{direct}/approval", await secretary.TokensAsync())).Code);
        Planning.AssertDone(await department.OnPlanAsync(direct, "/approval"));
        var item = await app.InDbAsync(db => db.PlanItems.Select(row => row.Id).SingleAsync());
        Planning.AssertDone(await secretary.WriteAsync(direct, item, PlanEntryKind.Request, "做完了"));
        Planning.AssertDone(await department.WriteAsync(direct, item, PlanEntryKind.Accept, ""));
        Assert.Contains("已销号", (await secretary.GetPageAsync($"/plans/{direct}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_move_the_present_committee_acts_and_the_old_one_sees()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isSubmitted: true);
        await _world.MoveAsync(World.Own, World.Computing);
        var (old, present) = (await _world.AsAsync(Actor.Officer), await _world.AsAsync(Actor.OtherOfficer));
        var seen = await old.GetPageAsync($"/plans/{own}");
        Assert.Contains(Planning.Measure, seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("form[action$='/approval']"));
        Assert.Equal(404, (await old.SendAsync($"/plans/{own}/approval", await old.TokensAsync())).Code);
        var page = await present.GetPageAsync($"/plans/{own}");
        Assert.Contains("C一般", page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"a[href='/results/{own}']"));
        Planning.AssertDone(await present.OnPlanAsync(own, "/approval"));
        Assert.Equal(404, (await present.GetPageAsync($"/assessments/{own}")).Code);
    }

    [Fact]
    public async Task While_the_round_is_open_the_committee_of_the_opening_acts_and_the_new_one_knows_no_grade()
    {
        var own = await _world.ParticipantAsync(await _world.GradeAsync(2012, null, (World.Own, 70m)), World.Own);
        await _world.PlanAsync(own, isSubmitted: true);
        await _world.MoveAsync(World.Own, World.Computing);
        var present = await (await _world.AsAsync(Actor.OtherOfficer)).GetPageAsync($"/plans/{own}");
        Assert.Contains("还没有公布", present.Text, StringComparison.Ordinal);
        Assert.Null(present.Document.QuerySelector("form[action$='/approval']"));
        Planning.AssertDone(await (await _world.AsAsync(Actor.Officer)).OnPlanAsync(own, "/approval"));
    }

    [Fact]
    public async Task A_plan_of_a_D_branch_needs_a_leader_and_turns_red_half_a_year_on()
    {
        var own = await _world.ParticipantAsync(await _world.FinalAsync(2012, (World.Own, 50m)), World.Own);
        await _world.PlanAsync(own, isSubmitted: true);
        var officer = await _world.AsAsync(Actor.Officer);
        var refused = await officer.OnPlanAsync(own, "/approval", ("Approval.ContactLeader", ""));
        Assert.Equal(409, refused.Code);
        Assert.Contains("D 级支部要有联系领导", refused.Text, StringComparison.Ordinal);
        Planning.AssertDone(await officer.OnPlanAsync(own, "/approval", ("Approval.ContactLeader", "李副书记")));
        app.Clock.Advance(TimeSpan.FromDays(183));
        Assert.DoesNotContain("D 级半年未销", (await (await _world.SignInAsync("department")).GetPageAsync("/plans")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var (asSecretary, asOfficer, asDepartment) = (await _world.SignInAsync("secretary"), await _world.SignInAsync("officer"), await _world.SignInAsync("department"));
        foreach (var browser in new[] { asSecretary, asOfficer, asDepartment })
        {
            Assert.NotNull((await browser.GetPageAsync("/")).Document.QuerySelector(".tag-bad"));
            Assert.NotNull((await browser.GetPageAsync("/plans")).Document.QuerySelector(".data-table .tag-bad"));
            Assert.NotNull((await browser.GetPageAsync($"/plans/{own}")).Document.QuerySelector(".notice-bad"));
        }
    }

    [Fact]
    public async Task A_required_plan_that_is_missing_is_told_to_everybody_who_is_concerned()
    {
        var own = await FinalAsync();
        Assert.Contains("缺计划", (await (await _world.AsAsync(Actor.Secretary)).GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("1 个缺计划", (await (await _world.AsAsync(Actor.Officer)).GetPageAsync("/")).Text, StringComparison.Ordinal);
        var department = await _world.AsAsync(Actor.Department);
        Assert.Contains("1 个缺计划", (await department.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.NotNull((await department.GetPageAsync("/plans?show=Missing")).Document.QuerySelector($"a[href='/plans/{own}']"));
        await _world.PublishAsync(2013);
        Assert.DoesNotContain("个缺计划", (await department.GetPageAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_that_are_due_soon_or_overdue_stand_on_the_start_page()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isApproved: true);
        app.Clock.SetUtcNow(new DateTimeOffset(2012, 9, 20, 2, 0, 0, TimeSpan.Zero));
        Assert.Contains("1 项两周内到期", (await (await _world.SignInAsync("secretary")).GetPageAsync("/")).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(new DateTimeOffset(2012, 10, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.Contains("1 项逾期", (await (await _world.SignInAsync("secretary")).GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("1 个支部有逾期", (await (await _world.SignInAsync("officer")).GetPageAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_due_is_told_to_branch_and_committee()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isApproved: true);
        app.Clock.SetUtcNow(new DateTimeOffset(2012, 5, 30, 2, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("该报进展", (await (await _world.SignInAsync("secretary")).GetPageAsync("/")).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(new DateTimeOffset(2012, 6, 2, 2, 0, 0, TimeSpan.Zero));
        Assert.Contains("该报进展", (await (await _world.SignInAsync("secretary")).GetPageAsync("/")).Text, StringComparison.Ordinal);
        var officer = await _world.SignInAsync("officer");
        Assert.Contains("1 个支部该报进展", (await officer.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.NotNull((await officer.GetPageAsync("/plans?show=Quiet")).Document.QuerySelector($"a[href='/plans/{own}']"));
    }

    [Fact]
    public async Task A_plan_approved_before_its_branch_was_found_at_D_is_asked_for_a_leader()
    {
        var round = await _world.GradeAsync(2012, new Domain.Rounds.RoundRules { PublicityDays = 0 }, (World.Own, 50m));
        var own = await _world.ParticipantAsync(round, World.Own);
        await _world.PlanAsync(own, isApproved: true);
        await _world.PublishGradesAsync(round);
        await _world.MakeFinalAsync(round);
        var officer = await _world.AsAsync(Actor.Officer);
        Assert.Contains("1 个缺联系领导", (await officer.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("缺联系领导", (await officer.GetPageAsync("/plans?show=Leaderless")).Document.QuerySelector(".data-table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 个 D 级支部缺联系领导", (await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{round}/rectification")).Text, StringComparison.Ordinal);
        Planning.AssertDone(await officer.OnPlanAsync(own, "/contact-leader", ("Leader.ContactLeader", "李副书记")));
        Assert.DoesNotContain("缺联系领导", (await officer.GetPageAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_final_year_is_shown_unless_another_is_asked_for()
    {
        var first = await _world.ParticipantAsync(await _world.FinalAsync(2011, (World.Own, 70m)), World.Own);
        await _world.PlanAsync(first, isApproved: true);
        var second = await _world.ParticipantAsync(await _world.FinalAsync(2012, (World.Own, 72m)), World.Own);
        await _world.GradeAsync(2013, new Domain.Rounds.RoundRules(), (World.Own, 71m));
        var department = await _world.AsAsync(Actor.Department);
        foreach (var (query, hasFirst, hasSecond) in new[] { ("", false, true), ("?year=2011", true, false), ("?year=0", true, true) })
        {
            var page = (await department.GetPageAsync("/plans" + query)).Document;
            Assert.Equal((query, hasFirst, hasSecond), (query, page.QuerySelector($".data-table a[href='/plans/{first}']") is not null, page.QuerySelector($".data-table a[href='/plans/{second}']") is not null));
        }
    }

    [Fact]
    public async Task The_list_is_narrowed_down_and_exported_as_it_is_shown()
    {
        var round = await _world.FinalAsync(2012, (World.Own, 70m), (World.Foreign, 72m));
        await _world.PlanAsync(await _world.ParticipantAsync(round, World.Own), isApproved: true);
        var department = await _world.AsAsync(Actor.Department);
        var running = await department.GetPageAsync($"/plans?show=Running&committee={_world.Committee(World.Materials)}&kind=Rectify&year=2012&q=教工");
        Assert.Contains(World.Own, running.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(World.Foreign, running.Text, StringComparison.Ordinal);
        Assert.Contains("没有这样的计划", (await department.GetPageAsync("/plans?show=Closed")).Text, StringComparison.Ordinal);
        var export = await department.PostFormAsync("/plans?show=Running", "/plans/export");
        using var workbook = new XLWorkbook(new MemoryStream(await export.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        var sheet = workbook.Worksheet(1);
        Assert.Equal((2, World.Own, "整改中"), (sheet.LastRowUsed()!.RowNumber(), sheet.Cell(2, 3).GetString(), sheet.Cell(2, 6).GetString()));
    }

    private async Task<int> FinalAsync() => await _world.ParticipantAsync(await _world.FinalAsync(2012, (World.Own, 70m)), World.Own);
}
