using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Evaluation;

public sealed class RescoreTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_total_takes_the_place_of_the_committees_score_and_is_taken_back_with_a_reason()
    {
        var roundId = await _world.GradeAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var address = Address(own);
        var browser = await _world.AsAsync(Actor.Department);
        var refused = await browser.PostFormAsync(address, address, ("Method", RescoreMethod.Total), ("Total", ""));
        Assert.Equal(400, refused.Code);
        Assert.Contains("请填写学校评分", refused.Text, StringComparison.Ordinal);
        Assert.Contains("请写明重新评分的理由", refused.Text, StringComparison.Ordinal);

        Assert.Equal(302, (await browser.PostFormAsync(address, address, ("Method", RescoreMethod.Total), ("Total", "70"), ("Reason", "两次组织生活没有记录"))).Code);
        // 85 × 30% + 70 × 70%
        Assert.Equal(74.5m, (await OutcomeAsync(roundId)).Composite);
        var page = await browser.GetPageAsync($"/rounds/{roundId}/grades/{own}");
        Assert.Contains("学校评分70.00 按总分", page.Text, StringComparison.Ordinal);
        Assert.Contains("两次组织生活没有记录", page.Text, StringComparison.Ordinal);

        Assert.Equal(400, (await browser.PostFormAsync(address, address, ("Method", RescoreMethod.None), ("Reason", ""))).Code);
        Assert.Equal(302, (await browser.PostFormAsync(address, address, ("Method", RescoreMethod.None), ("Reason", "复查后认可初评"))).Code);
        Assert.Equal(85m, (await OutcomeAsync(roundId)).Composite);
        var entry = await app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(row => row.Sequence).FirstAsync());
        Assert.Equal(("BranchRescored", "复查后认可初评"), (entry.Event, entry.Reason));
        Assert.Contains("\"Rescore\":[70", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_on_paper_cannot_be_scored_one_by_one()
    {
        var roundId = await _world.GradeAsync();
        var address = Address(await _world.ParticipantAsync(roundId, World.Own));
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Contains("初评来自纸质材料，没有逐项的分数", (await browser.GetPageAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(400, (await browser.PostFormAsync(address, address, ("Method", RescoreMethod.ByItems))).Code);
    }

    [Fact]
    public async Task Item_by_item_the_rest_counts_as_the_committee_scored_it_and_follows_a_new_review()
    {
        var (roundId, own) = await ReviewedAsync();
        var address = Address(own);
        var browser = await _world.AsAsync(Actor.Department);
        var before = (await OutcomeAsync(roundId)).Superior!.Value;
        var (first, second) = await TwoItemsAsync(own);

        Assert.Contains("至少给一个项目重新打分", (await browser.PostFormAsync(address, address, ("Method", RescoreMethod.ByItems))).Text, StringComparison.Ordinal);
        var refused = await browser.PostFormAsync(address, address, ("Method", RescoreMethod.ByItems), ($"Form.Items[{second.Index}].Points", "0"));
        Assert.Equal(400, refused.Code);
        Assert.Contains($"「{second.Item.Name}」与初评不同，请写理由", refused.Text, StringComparison.Ordinal);
        Assert.Equal("0", refused.Document.QuerySelector($"[name='Form.Items[{second.Index}].Points']")!.GetAttribute("value"));
        Assert.Equal(400, (await browser.PostFormAsync(address, address, ("Method", RescoreMethod.ByItems), ($"Form.Items[{second.Index}].Points", "99"), ($"Form.Items[{second.Index}].Note", "x"))).Code);

        Assert.Equal(302, (await browser.PostFormAsync(address, address, ("Method", RescoreMethod.ByItems), ($"Form.Items[{second.Index}].Points", "0"), ($"Form.Items[{second.Index}].Note", "没有任何记录"))).Code);
        var after = (await OutcomeAsync(roundId)).Superior!.Value;
        Assert.Equal(Rounding.Round(before - second.Given), after);
        var page = await browser.GetPageAsync($"/rounds/{roundId}/grades/{own}");
        Assert.Contains("学校：没有任何记录", page.Text, StringComparison.Ordinal);

        await _world.ReopenOnLineAsync(own);
        Assert.Null((await OutcomeAsync(roundId)).Grade);
        await app.InDbAsync(async db =>
        {
            var officer = await db.Users.Include(account => account.Person).SingleAsync(account => account.UserName == World.UserName(Actor.Officer));
            var now = app.Clock.GetUtcNow().UtcDateTime;
            Assert.True(await db.CompleteReviewAsync(
                roundId, own, new Viewer(officer.Id, officer.PersonId, officer.Person.Name, new HashSet<string> { Roles.CommitteeOfficer }),
                papers =>
                {
                    papers.Review.ScoreOf(first.Item)!.Fill(first.Item, new ItemAnswer { Points = first.Given - 1 }, false, "再看记录不全", "组织员", now);
                    return papers;
                },
                () => now, CancellationToken.None));
        });
        Assert.Equal(Rounding.Round(after - 1), (await OutcomeAsync(roundId)).Superior);
        Assert.True(first.Given > 1);
    }

    [Fact]
    public async Task A_veto_needs_its_fact_and_makes_a_D()
    {
        var (roundId, own) = await ReviewedAsync();
        var address = Address(own);
        var browser = await _world.AsAsync(Actor.Department);
        var opened = await browser.GetPageAsync(address);
        var veto = opened.Document.QuerySelector("[name$='.Vetoed']")!.GetAttribute("name")!;
        var refused = await browser.PostFormAsync(address, address, (veto, true));
        Assert.Equal(400, refused.Code);
        Assert.Contains("一票否决的事实", refused.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.PostFormAsync(address, address, (veto, true), (veto.Replace("Vetoed", "Note", StringComparison.Ordinal), "佐证材料是后补的，经查实"))).Code);
        var outcome = await OutcomeAsync(roundId);
        Assert.Equal((Grade.D, "学校考评"), (outcome.Grade, outcome.Candidate.VetoBy));
        Assert.True(await app.InDbAsync(db => db.ItemScores.AnyAsync(row => row.Scorer == Scorer.School && row.Vetoed)));

        Assert.Equal(302, (await browser.PostFormAsync(address, address, (veto, Array.Empty<string>()))).Code);
        Assert.NotEqual(Grade.D, (await OutcomeAsync(roundId)).Grade);
        Assert.False(await app.InDbAsync(db => db.ItemScores.AnyAsync(row => row.Scorer == Scorer.School)));
    }

    [Fact]
    public async Task A_veto_beside_a_decided_A_is_refused_and_nothing_stored()
    {
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 95m));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await browser.DecideAsync(own, Grade.A)).Code);
        var veto = (await browser.GetPageAsync(Address(own))).Document.QuerySelector("[name$='.Vetoed']")!.GetAttribute("name")!;
        var refused = await browser.PostFormAsync(Address(own), Address(own), (veto, true), (veto.Replace("Vetoed", "Note", StringComparison.Ordinal), "经查实"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("有一票否决事项，只能评为 D", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.SchoolEvaluations.CountAsync()));
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, World.Own));
    }

    [Fact]
    public async Task A_stale_evaluation_shows_both()
    {
        var (_, own) = await ReviewedAsync();
        var (_, second) = await TwoItemsAsync(own);
        var (one, other) = (await _world.AsAsync(Actor.Department), await _world.AsAsync(Actor.SecondDepartment));
        var opened = await one.FillInAsync(Address(own), Address(own), ("Method", RescoreMethod.Total), ("Total", "81.5"), ("Reason", "总体评价"));
        Assert.Equal(302, (await other.PostFormAsync(Address(own), Address(own), ("Method", RescoreMethod.ByItems), ($"Form.Items[{second.Index}].Points", "1"), ($"Form.Items[{second.Index}].Note", "只有一次"))).Code);
        var stale = await one.SendAsync(Address(own), opened);
        Assert.Equal(409, stale.Code);
        foreach (var words in new[] { "81.5", "总体评价", "逐项评分", $"{second.Item.Name}：1 分，只有一次" })
            Assert.Contains(words, stale.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await one.SendAsync(Address(own), stale.FillIn(Address(own), Address(own)))).Code);
        Assert.Equal(81.5m, await app.InDbAsync(db => db.SchoolEvaluations.Select(row => row.Rescore).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_leads_the_branch_does_not_score_it()
    {
        var roundId = await _world.GradeAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        await app.SaveAsync(async db =>
        {
            var account = await db.Users.SingleAsync(row => row.UserName == World.UserName(Actor.Secretary));
            account.Grant(await db.Roles.Where(role => role.Name == Roles.OrganizationDepartment).Select(role => role.Id).SingleAsync());
        });
        var browser = await _world.SignInAsync(World.UserName(Actor.Secretary));
        var refused = await browser.PostFormAsync(Address(own), Address(own), ("Method", RescoreMethod.Total), ("Total", "99"), ("Reason", "自己最好"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("回避", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_publication_there_is_nothing_to_score()
    {
        var roundId = await _world.PublishAsync();
        Assert.Equal(404, (await (await _world.AsAsync(Actor.Department)).GetPageAsync(Address(await _world.ParticipantAsync(roundId, World.Own)))).Code);
    }

    private static Viewer Department => new(0, 0, "部长", new HashSet<string> { Roles.OrganizationDepartment });

    private static string Address(int participantId) => $"/participants/{participantId}/evaluation";

    private async Task<(int RoundId, int Own)> ReviewedAsync()
    {
        var roundId = await _world.OpenAsync(2012, new RoundRules { NoLevelSkipping = false });
        var own = await _world.ParticipantAsync(roundId, World.Own);
        await _world.SubmitAssessmentAsync(own);
        await _world.ReviewOnLineAsync(own);
        return (roundId, own);
    }

    /// <summary>The first two judged items, with where they stand in the form and what the committee gave.</summary>
    private async Task<((StandardItem Item, int Index, decimal Given) First, (StandardItem Item, int Index, decimal Given) Second)> TwoItemsAsync(int own) => await app.InDbAsync(async db =>
    {
        var (_, rescore) = (await db.FindRescoreAsync(own, Department, CancellationToken.None))!.Value;
        var items = rescore.Items.ToList();
        var judged = items.Where(item => item.Method == ItemMethod.Points).Take(2).Select(item => (item, items.IndexOf(item), rescore.Review.PointsOf(item)!.Value)).ToList();
        return (judged[0], judged[1]);
    });

    private async Task<GradingOutcome> OutcomeAsync(int roundId) => (await _world.ResultAsync(roundId)).Outcomes.Single(outcome => outcome.Candidate.BranchName == World.Own);
}
