using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Tests.Features.Consequences;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Rectification;

public sealed class NextYearTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_round_copied_from_last_year_s_brings_standards_rules_and_deadlines_a_year_later()
    {
        var last = await _world.GradeAsync(2012, new RoundRules { CapShare = 0.25m, SelfWeight = 0.4m, PublicityDays = 7 });
        var browser = await _world.AsAsync(Actor.Department);
        var answer = await browser.PostFormAsync("/rounds/new", "/rounds");
        Assert.Equal(302, answer.Code);
        var (before, after) = (await RoundAsync(last), await RoundAsync(int.Parse(answer.Location!.Split('/')[^1])));
        Assert.Equal((2013, 2012), (after.Year, after.AssessedYear));
        Assert.Equal(before.Rules, after.Rules);
        Assert.Equal(
            new[] { before.Deadlines.SelfAssessment, before.Deadlines.Report, before.Deadlines.Grading, before.Deadlines.HandIn }.Select(moment => moment.AddYears(1)),
            [after.Deadlines.SelfAssessment, after.Deadlines.Report, after.Deadlines.Grading, after.Deadlines.HandIn]);
        Assert.Equal(before.Standards.OrderBy(standard => standard.BranchType).Select(standard => (standard.BranchType, standard.StandardId)), after.Standards.OrderBy(standard => standard.BranchType).Select(standard => (standard.BranchType, standard.StandardId)));
        Assert.Empty(after.ConfirmedRules);
    }

    [Fact]
    public async Task The_grade_of_the_year_before_is_in_place_as_corrected()
    {
        var last = await _world.FinalAsync(2011, (World.Own, 70m));
        var participant = await _world.ParticipantAsync(last, World.Own);
        var browser = await _world.AsAsync(Actor.Department);
        await app.InDbAsync(db => Data.Queries.CorrectionActs.CorrectAsync(db, last, participant, Grade.C, Grade.D, "核查发现弄虚作假", "党字〔2012〕9号", "部长", () => WebApp.Start.UtcDateTime, CancellationToken.None));
        var round = await _world.GradeAsync(2012, null, (World.Own, 85m));
        var page = await browser.GetPageAsync($"/rounds/{round}/grades/{await _world.ParticipantAsync(round, World.Own)}");
        Assert.Equal("2011 年度D后进2012 年度C一般晋位", Packed(page.Document.QuerySelector(".rise")!.TextContent));
    }

    [Fact]
    public async Task Why_tells_whether_a_branch_rose_stayed_or_fell()
    {
        await _world.FinalAsync(2011, (World.Own, 70m), (World.Foreign, 85m), ("材料机关支部", 85m));
        var round = await _world.PublishAsync(2012, null, (World.Own, 85m), (World.Foreign, 70m), ("材料机关支部", 85m));
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Equal("2011 年度C一般2012 年度B较好晋位", Packed((await secretary.GetPageAsync($"/results/{await _world.ParticipantAsync(round, World.Own)}")).Document.QuerySelector(".rise")!.TextContent));
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Contains("下降", (await WhyAsync(World.Foreign)).Document.QuerySelector(".rise")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("保持", (await WhyAsync("材料机关支部")).Document.QuerySelector(".rise")!.TextContent, StringComparison.Ordinal);

        async Task<Answer> WhyAsync(string branch) => await browser.GetPageAsync($"/rounds/{round}/grades/{await _world.ParticipantAsync(round, branch)}");
    }

    [Fact]
    public async Task Without_an_earlier_grade_nothing_is_said_of_rising()
    {
        var round = await _world.GradeAsync(2012);
        var page = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{round}/grades/{await _world.ParticipantAsync(round, World.Own)}");
        Assert.Null(page.Document.QuerySelector(".rise"));
    }

    [Fact]
    public async Task Self_assessment_and_review_show_last_year_s_plan_and_the_review_last_year_s_scores()
    {
        var last = await _world.FinalAsync(2011, (World.Own, 70m));
        var plan = await _world.PlanAsync(last, World.Own, PlanState.Running, "会开得少", "记录不全", "学习不够");
        await _world.AcceptAsync(plan, 0);
        await _world.RequestAsync(plan, 1);
        await _world.ProgressAsync(plan, 2, 40, "学了两次");
        var open = await _world.OpenAsync(2012);
        var participant = await _world.ParticipantAsync(open, World.Own);
        var own = (await (await _world.AsAsync(Actor.Secretary)).GetPageAsync($"/assessments/{participant}")).Document;
        Assert.Equal(["已销号 会开得少", "待验收 记录不全", "整改中 40% 学习不够"], own.QuerySelectorAll(".earlier-items li").Select(item => item.TextContent.Trim()));
        Assert.NotNull(own.QuerySelector($"a[href='/plans/{plan}']"));

        var review = await (await _world.AsAsync(Actor.Officer)).GetPageAsync($"/reviews/{participant}");
        Assert.Contains("2011 年度的整改", review.Text);
        Assert.Contains("3 项，已销号 1 项", review.Text);
        Assert.Contains("2011 年度得分最终 70.00自评 70.00，上级 70.00", Packed(review.Text).Replace("得分 最终", "得分最终", StringComparison.Ordinal).Replace("70.00 自评", "70.00自评", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_was_never_carried_out_is_not_shown()
    {
        var last = await _world.FinalAsync(2011, (World.Own, 70m));
        await _world.PlanAsync(last, World.Own, PlanState.Submitted, "会开得少");
        var open = await _world.OpenAsync(2012);
        Assert.Empty((await (await _world.AsAsync(Actor.Secretary)).GetPageAsync($"/assessments/{await _world.ParticipantAsync(open, World.Own)}")).Document.QuerySelectorAll(".earlier-items"));
    }

    [Fact]
    public async Task The_plan_of_the_predecessor_that_was_chosen_is_shown_too_and_no_scores_of_another_unit()
    {
        var last = await _world.FinalAsync(2011, (World.Own, 70m), ("材料机关支部", 72m));
        var plan = await _world.PlanAsync(last, "材料机关支部", PlanState.Running, "党课少");
        await app.SaveAsync(async db => db.Entry(await db.Participants.SingleAsync(row => row.RoundId == last && row.BranchName == World.Own)).Property(row => row.CommitteeId).CurrentValue = _world.Committee(World.Computing));
        var open = await _world.OpenAsync(2012);
        var participant = await _world.ParticipantAsync(open, World.Own);
        await app.SaveAsync(async db => db.Add(new PredecessorGrade(
            await db.Participants.Include(row => row.Round).SingleAsync(row => row.Id == participant), await db.PastGrades.SingleAsync(grade => grade.Branch.Name == "材料机关支部"), "两支部合并", "部长", WebApp.Start.UtcDateTime)));
        var page = await (await _world.AsAsync(Actor.Officer)).GetPageAsync($"/reviews/{participant}");
        Assert.Contains("2011 年度的整改（前身「材料机关支部」）", page.Text);
        Assert.Null(page.Document.QuerySelector($"a[href='/plans/{plan}']"));
        Assert.DoesNotContain("2011 年度得分", page.Text);
        Assert.Contains("2011 年度得分", (await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/reviews/{participant}")).Text);
    }

    private Task<GradingRound> RoundAsync(int id) => app.InDbAsync(db => db.Rounds.AsNoTracking().Include(round => round.Standards).SingleAsync(round => round.Id == id));

    private static string Packed(string text) => text.Replace("\n", "", StringComparison.Ordinal).Trim();
}
