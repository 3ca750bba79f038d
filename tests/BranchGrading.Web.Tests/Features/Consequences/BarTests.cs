using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Consequences;

public sealed class BarTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Retired = "材料退休支部";

    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("2011-12-31", "没有限制")]
    [InlineData("2012-01-01", "不得享受绩效等方面的奖励")]
    [InlineData("2012-12-31", "不得享受绩效等方面的奖励")]
    [InlineData("2013-01-01", "不能提拔使用")]
    [InlineData("2013-12-31", "不能提拔使用")]
    [InlineData("2014-01-01", "没有限制")]
    public async Task A_bar_is_in_force_from_its_first_to_its_last_day(string day, string told)
    {
        await _world.FinalAsync(2012, (World.Own, 50m));
        var page = await LookUpAsync("材料书记", DateOnly.Parse(day));
        var now = string.Join(' ', page.Document.QuerySelectorAll(".person-bars p").Where(line => line.TextContent.Contains("生效中", StringComparison.Ordinal) || line.TextContent.Contains("没有限制", StringComparison.Ordinal)).Select(line => line.TextContent));
        Assert.Contains(told, now);
        Assert.Equal(told != "没有限制", page.Text.Contains("生效中", StringComparison.Ordinal));
        Assert.Contains($"2012 年度 {World.Materials} {World.Own}", page.Text);
    }

    [Fact]
    public async Task Namesakes_are_told_apart_and_never_merged()
    {
        // Two persons of one name: one leads a branch that becomes D, the other one that does not.
        await app.SaveAsync(async db =>
        {
            foreach (var (name, number) in new[] { (Retired, (string?)"20010001"), ("材料硕士生支部", null) })
            {
                var branch = await db.Branches.Include(branch => branch.Terms).ThenInclude(term => term.Person).SingleAsync(branch => branch.Name == name);
                branch.AppointSecretary(new Person("王伟", number, "13912345678", null), new DateOnly(2011, 9, 1), null, new DateOnly(2012, 3, 20));
            }
        });
        await _world.FinalAsync(2012, (Retired, 50m));

        var page = await LookUpAsync(" 王 伟 ", new DateOnly(2012, 6, 1));
        Assert.Contains("同名的有 2 人", page.Text);
        var people = page.Document.QuerySelectorAll(".person-bars > li").Select(item => item.TextContent).ToList();
        Assert.Equal(2, people.Count);
        Assert.Contains(people, text => text.Contains("20010001", StringComparison.Ordinal) && text.Contains(Retired, StringComparison.Ordinal) && text.Contains("生效中", StringComparison.Ordinal));
        Assert.Contains(people, text => text.Contains("电话尾号 5678", StringComparison.Ordinal) && text.Contains("材料硕士生支部", StringComparison.Ordinal) && text.Contains("没有限制", StringComparison.Ordinal) && !text.Contains("生效中", StringComparison.Ordinal));
        Assert.DoesNotContain("13912345678", page.Text);

        var one = await LookUpAsync("２００１０００１", new DateOnly(2012, 6, 1)); // full-width digits
        Assert.Single(one.Document.QuerySelectorAll(".person-bars > li"));
        Assert.Contains("生效中", one.Text);
    }

    [Fact]
    public async Task Only_final_grades_bar_and_a_correction_lifts_or_sets_a_bar()
    {
        var roundId = await _world.PublishAsync(2012, Domain.Rounds.RoundRules.Default with { PublicityDays = 0 }, (World.Own, 50m));
        Assert.DoesNotContain("生效中", (await LookUpAsync("材料书记", new DateOnly(2012, 6, 1))).Text);
        await _world.FinishAsync(roundId);
        Assert.Contains("生效中", (await LookUpAsync("材料书记", new DateOnly(2012, 6, 1))).Text);
        await _world.CorrectAsync(roundId, World.Own, Grade.C);
        await _world.CorrectAsync(roundId, World.Foreign, Grade.D);
        Assert.Contains("没有限制", (await LookUpAsync("材料书记", new DateOnly(2012, 6, 1))).Text);
        Assert.Contains("生效中", (await LookUpAsync("计算机书记", new DateOnly(2012, 6, 1))).Text);
        var list = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{roundId}/consequences");
        Assert.Contains("计算机书记", list.Text);
        Assert.DoesNotContain("材料书记", list.Text);
    }

    [Fact]
    public async Task Bars_of_several_rounds_stand_beside_each_other()
    {
        await _world.FinalAsync(2011, (World.Own, 50m));
        await _world.FinalAsync(2012, (World.Own, 50m));
        var page = await LookUpAsync("材料书记", new DateOnly(2012, 6, 1));
        var now = page.Document.QuerySelectorAll(".person-bars p").Select(line => line.TextContent).Where(line => line.Contains("生效中", StringComparison.Ordinal)).ToList();
        Assert.Contains(now, line => line.Contains("不能提拔使用", StringComparison.Ordinal) && line.Contains("2011 年度", StringComparison.Ordinal));
        Assert.Contains(now, line => line.Contains("奖励", StringComparison.Ordinal) && line.Contains("2012 年度", StringComparison.Ordinal));
        Assert.Equal(2, now.Count);
    }

    [Fact]
    public async Task A_list_with_another_name_than_the_person_s_is_found_by_both_and_says_so()
    {
        var roundId = await _world.OpenAsync(2012);
        var id = await _world.ParticipantAsync(roundId, World.Own);
        await app.SaveAsync(async db =>
        {
            var participant = await db.Participants.Include(row => row.Round).Include(row => row.LeadingGroup).SingleAsync(row => row.Id == id);
            participant.Correct(participant.BranchName, participant.BranchType, "材料书纪", null, null, 20, 2);
        });
        Assert.Contains("材料书记", (await LookUpAsync("材料书纪", new DateOnly(2012, 6, 1))).Text);
        Assert.Contains("没有限制", (await LookUpAsync("材料书记", new DateOnly(2012, 6, 1))).Text);
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("ＡＮＮＡ")]
    [InlineData("an na")]
    public async Task A_name_is_found_in_other_case_and_width(string asked)
    {
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(branch => branch.Terms).ThenInclude(term => term.Person).SingleAsync(branch => branch.Name == Retired);
            branch.AppointSecretary(new Person("Anna", null, null, null), new DateOnly(2011, 9, 1), null, new DateOnly(2012, 3, 20));
        });
        Assert.Contains("没有限制", (await LookUpAsync(asked, new DateOnly(2012, 6, 1))).Text);
    }

    [Fact]
    public async Task Nobody_of_that_name_is_said_plainly()
    {
        var page = await LookUpAsync("查无此人", new DateOnly(2012, 6, 1));
        Assert.Contains("没有找到「查无此人」", page.Text);
        Assert.DoesNotContain("没有限制", page.Text);
    }

    [Fact]
    public async Task Every_look_up_is_in_the_audit_and_opening_the_page_is_not()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var before = await app.InDbAsync(db => db.AuditEntries.CountAsync());
        await browser.GetPageAsync("/bars");
        Assert.Equal(before, await app.InDbAsync(db => db.AuditEntries.CountAsync()));
        await LookUpAsync("查无此人", new DateOnly(2012, 6, 1));
        var entry = await app.InDbAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Sequence).FirstAsync());
        Assert.Equal((nameof(AuditEvent.BarLookedUp), "查无此人，2012年6月1日", "部长"), (entry.Event, entry.Subject, entry.Actor));
        Assert.Equal(400, (await browser.PostFormAsync("/bars", "/bars", ("Form.Asked", ""), ("Form.Date", ""))).Code);
        Assert.Equal(before + 1, await app.InDbAsync(db => db.AuditEntries.CountAsync()));
    }

    private async Task<Answer> LookUpAsync(string asked, DateOnly day)
    {
        var answer = await (await _world.AsAsync(Actor.Department)).PostFormAsync("/bars", "/bars", ("Form.Asked", asked), ("Form.Date", day));
        Assert.Equal(200, answer.Code);
        return answer;
    }
}
