using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Evaluation;

/// <summary>What the department prepares for the meeting: what stands out, whom the lot takes, and the papers.</summary>
public sealed class MeetingTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_stands_out_is_flagged_in_the_list_and_on_the_branchs_page_but_not_to_the_branch()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.A));
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 60m));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        await app.SaveAsync(async db => (await db.SelfAssessments.SingleAsync(row => row.ParticipantId == own)).ImportTotal(75m, "书记", WebApp.Start.UtcDateTime));
        var browser = await _world.AsAsync(Actor.Department);
        var list = await browser.GetPageAsync($"/rounds/{roundId}/grades?show=anomalies");
        Assert.Single(list.Document.QuerySelectorAll("tr[data-f]:not([hidden])"));
        Assert.Contains("数据异常 1", list.Text, StringComparison.Ordinal);
        foreach (var page in new[] { list, await browser.GetPageAsync($"/rounds/{roundId}/grades/{own}") })
        {
            Assert.Contains("自评比上级评分高 15.00 分（75.00 对 60.00）", page.Text, StringComparison.Ordinal);
            Assert.Contains("上年度（2011年）A，今年C，降了 2 级", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(302, (await browser.PublishAsync(roundId)).Code);
        Assert.Contains("降了 2 级", (await browser.GetPageAsync($"/rounds/{roundId}/grades/{own}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("降了 2 级", (await (await _world.AsAsync(Actor.Secretary)).GetPageAsync($"/results/{own}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Branches_are_drawn_of_every_committee_and_stay_drawn()
    {
        var roundId = await _world.GradeAsync();
        var address = $"/rounds/{roundId}/sample";
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Equal(400, (await browser.PostFormAsync(address, address, ("Branches", ""))).Code);
        Assert.Equal(400, (await browser.PostFormAsync(address, address, ("Branches", 1), ("Percent", 20))).Code);
        Assert.Equal(302, (await browser.PostFormAsync(address, address, ("Branches", 2))).Code);
        Assert.Equal((1, 5), await app.InDbAsync(async db => (await db.Samples.CountAsync(), await db.Samples.SelectMany(sample => sample.Branches).CountAsync())));
        var drawn = (await browser.GetPageAsync(address)).Document.QuerySelectorAll("tbody th[scope=row]").Select(cell => cell.TextContent).ToList();
        Assert.Equal(drawn, (await browser.GetPageAsync(address)).Document.QuerySelectorAll("tbody th[scope=row]").Select(cell => cell.TextContent));
        Assert.Contains(World.Library, drawn);

        Assert.Equal(400, (await browser.PostFormAsync(address, address, ("Branches", ""), ("Percent", 100))).Code);
        Assert.Equal(302, (await browser.PostFormAsync(address, address, ("Branches", ""), ("Percent", 100), ("Reason", "两个支部正在实习"))).Code);
        var page = await (await _world.AsAsync(Actor.Inspector)).GetPageAsync(address);
        Assert.Equal(10, page.Document.QuerySelectorAll("tbody th[scope=row]").Length);
        Assert.Contains("重新抽取的理由：两个支部正在实习", page.Text, StringComparison.Ordinal);
        Assert.Contains("第 1 次抽取：每个二级党组织抽 2 个支部", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Whoever_draws_beside_another_sees_the_others_sample_first()
    {
        var roundId = await _world.GradeAsync();
        var address = $"/rounds/{roundId}/sample";
        var (one, other) = (await _world.AsAsync(Actor.Department), await _world.AsAsync(Actor.SecondDepartment));
        var opened = await one.FillInAsync(address, address, ("Branches", 1));
        Assert.Equal(302, (await other.PostFormAsync(address, address, ("Branches", 1))).Code);
        Assert.NotEqual(302, (await one.SendAsync(address, opened)).Code);
        Assert.Equal(1, await app.InDbAsync(db => db.Samples.CountAsync()));
    }

    [Fact]
    public async Task The_papers_hold_rules_candidates_decisions_and_every_branch()
    {
        var roundId = await _world.GradeAsync(2012, new RoundRules { NoLevelSkipping = false }, (World.Own, 95m), (World.Foreign, 94m), ("材料机关支部", 93m));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await browser.DecideAsync(await _world.ParticipantAsync(roundId, "材料退休支部"), Grade.C, "长期没有活动")).Code);
        await app.SaveAsync(async db =>
        {
            db.Add(Domain.Assessments.Evidence.OnBranch(await db.Participants.SingleAsync(row => row.Id == own), EvidenceKind.Discussion, new DateOnly(2012, 3, 18), "师生评价高", "督查员", WebApp.Start.UtcDateTime));
            db.RemoveRange(db.Evaluations.Where(row => row.Participant.BranchName == "计算机博士生支部" && row.Panel == Panel.Masses));
        });
        var page = await browser.GetPageAsync($"/rounds/{roundId}/meeting-papers");
        foreach (var words in new[]
        {
            "参加评定的党支部 10 个，A 级名额 2 个", "A 级比例上限20%（文件规定）", "材料机关支部材料学院党委 93.00", "3月18日群众座谈：师生评价高", "计算机博士生支部（计算机学院党总支）：缺群众测评",
            "材料退休支部（材料学院党委）：计算为 B，拟定 C，长期没有活动", "A级名额：名额 2，列第 3，降为B", "党委组织部负责人签字",
        })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("tr.is-below-cut"));
        Assert.All(World.BranchNames, name => Assert.Contains(name, page.Text, StringComparison.Ordinal));
    }
}
