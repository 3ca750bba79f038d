using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Tests.Features.Assessments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Reviews;

/// <summary>初审初评 of a branch, on screen and down to the database.</summary>
public sealed class ReviewTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _officer = null!;
    private int _roundId;
    private int _id;

    private string Page => $"/reviews/{_id}";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _officer = await _world.AsAsync(Actor.Officer);
        _roundId = await _world.OpenAsync();
        _id = await _world.ParticipantAsync(_roundId, World.Own);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_branch_is_reviewed_with_the_buttons_of_pages_alone_and_its_score_counts()
    {
        var done = await _world.ReviewWhollyAsync(_officer, _id);

        Assert.Equal((302, $"/rounds/{_roundId}/reviews?committee={_world.Committee(World.Materials)}"), (done.Code, done.Location));
        var papers = await _world.PapersAsync(_id);
        Assert.Equal((true, papers.Review.Sum.Score), (papers.Review.Review!.IsCompleted, papers.Review.Review.Score));
        Assert.Equal("组织员1", papers.Review.Review.CompletedBy);
        Assert.All(papers.Self.Items, item => Assert.Equal(papers.Self.PointsOf(item), papers.Review.PointsOf(item)));
        var result = (await _world.ResultAsync(_roundId)).Outcomes.Single(outcome => outcome.ParticipantId == _id);
        Assert.Equal((papers.Self.Assessment!.Score, papers.Review.Review.Score), (result.SelfScore, result.Superior));
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == "ReviewCompleted")));
    }

    [Fact]
    public async Task Completing_twice_at_once_completes_once()
    {
        await _world.SubmitAssessmentAsync(_id);
        await _officer.PrepareReviewAsync(_id);
        var filled = await _officer.FillInAsync(Page, Page);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _officer.SendAsync($"{Page}/completion", filled)));
        Assert.All(answers, answer => Assert.Equal((302, answers[0].Location), (answer.Code, answer.Location)));
        Assert.Single((await _world.PapersAsync(_id)).Review.Review!.Completions);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == "ReviewCompleted")));
    }

    [Fact]
    public async Task Every_item_stands_beside_the_branchs_own_points_and_one_button_takes_them_over()
    {
        await _world.SubmitAssessmentAsync(_id);
        var papers = await _world.PapersAsync(_id);
        var item = papers.Self.Items.First(item => item.Method == ItemMethod.Deduction);

        Assert.Equal(302, (await _officer.ReviewAsync(_id, $"item-{item.Id}")).Code);

        papers = await _world.PapersAsync(_id);
        Assert.Equal(0, papers.Review.ScoreOf(item)!.Times);
        Assert.Single(papers.Review.Scores);
        var row = (await _officer.GetPageAsync(Page)).Document.GetElementById($"item-{item.Id}")!;
        Assert.Equal($"{papers.Self.PointsOf(item):0.##}", row.QuerySelector("[data-label=自评]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_different_score_stands_out_and_wants_its_reason_before_the_review_is_complete()
    {
        await _world.SubmitAssessmentAsync(_id);
        await _officer.PrepareReviewAsync(_id);
        var papers = await _world.PapersAsync(_id);
        var item = papers.Self.Items.First(item => item.Method == ItemMethod.Points);
        var lower = papers.Self.PointsOf(item)!.Value - 0.5m;

        var refused = await _officer.ReviewAsync(_id, to: "/completion", fields: [($"{papers.NameOf(item)}.Points", lower), ("Opinion.ContactLeader", "李书记")]);

        Assert.Equal(409, refused.Code);
        Assert.Contains($"「{item.Name}」与自评不同，请写理由", refused.Text);
        var row = refused.Document.GetElementById($"item-{item.Id}")!;
        Assert.Contains("is-differing", row.ClassName);
        Assert.Equal("−0.5", row.QuerySelector(".diff")!.TextContent.Trim());
        // What was typed along with the refused button is kept.
        papers = await _world.PapersAsync(_id);
        Assert.Equal((lower, "李书记"), (papers.Review.PointsOf(item), papers.Review.Review!.ContactLeader));

        Assert.Single((await _officer.GetPageAsync($"{Page}?show=differing")).Document.QuerySelectorAll("tr.is-differing"));
        Assert.Equal(302, (await _officer.ReviewAsync(_id, to: "/completion", fields: [($"{papers.NameOf(item)}.Note", "学习记录缺第四季度")])).Code);
        var change = Assert.Single((await _world.PapersAsync(_id)).Review.Review!.Completions).Changes;
        Assert.Contains(change, line => line.New!.Contains("学习记录缺第四季度", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_is_told_and_linked()
    {
        var page = await _officer.GetPageAsync(Page);
        Assert.Contains("支部还没有提交自我评价", page.Text);
        await _world.SubmitAssessmentAsync(_id);
        page = await _officer.GetPageAsync(Page);
        var list = page.Document.QuerySelectorAll("#missing li:not([hidden]) a").Select(link => (link.TextContent, link.GetAttribute("href"))).ToList();
        Assert.Contains(("核实 7 个问题", "#investigation"), list);
        Assert.Contains(("登记党员测评", $"{Page}/ballots"), list);
        Assert.Contains(("写初评意见、拟定等级", "#opinion"), list);
        Assert.Contains(list, part => part.TextContent.EndsWith("个项目打分", StringComparison.Ordinal) && part.Item2 == "#items");
    }

    [Fact]
    public async Task A_veto_wants_its_facts_and_makes_a_D_once_completed()
    {
        await _world.SubmitAssessmentAsync(_id);
        await _officer.PrepareReviewAsync(_id, Grade.D);
        var papers = await _world.PapersAsync(_id);
        var veto = papers.NameOf(papers.Review.Items.Last(item => item.Method == ItemMethod.Veto));

        Assert.Contains("写明「弄虚作假」一票否决的事实", (await _officer.ReviewAsync(_id, to: "/completion", fields: [($"{veto}.Vetoed", "true")])).Text);
        Assert.Equal(302, (await _officer.ReviewAsync(_id, to: "/completion", fields: [($"{veto}.Note", "会议记录系补造，经核实。")])).Code);
        Assert.True((await _world.PapersAsync(_id)).Review.Review!.VetoApplies);
        Assert.Equal(Grade.D, await _world.GradeOfAsync(_roundId, World.Own));
    }

    [Fact]
    public async Task A_completed_review_is_read_only_until_it_is_taken_up_again()
    {
        await _world.ReviewWhollyAsync(_officer, _id);
        var page = await _officer.GetPageAsync(Page);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("#review input[name], #review textarea[name]"), field => !field.GetAttribute("name")!.StartsWith('_'));
        Assert.Equal(409, (await _officer.SendAsync($"{Page}/ballots/members", await _officer.TokensAsync())).Code);

        Assert.Equal(302, (await _officer.PostFormAsync(Page, $"{Page}/reopening")).Code);
        Assert.Null((await _world.PapersAsync(_id)).Review.Review!.Score);
        Assert.Null(await _world.GradeOfAsync(_roundId, World.Own));
        Assert.Equal(302, (await _officer.CompleteAsync(_id)).Code);
        Assert.Equal(2, (await _world.PapersAsync(_id)).Review.Review!.Completions.Count);
    }

    [Fact]
    public async Task A_school_s_score_by_items_follows_a_review_completed_anew()
    {
        await _world.ReviewWhollyAsync(_officer, _id);
        await app.SaveAsync(db =>
        {
            var school = new SchoolEvaluation(_id);
            school.Record(50m, false, "逐项核对", "部长", WebApp.Start.UtcDateTime, isByItems: true);
            db.Add(school);
            return Task.CompletedTask;
        });
        await _officer.PostFormAsync(Page, $"{Page}/reopening");
        var papers = await _world.PapersAsync(_id);
        var item = papers.NameOf(papers.Self.Items.First(item => item.Method == ItemMethod.Points));
        Assert.Equal(302, (await _officer.ReviewAsync(_id, to: "/completion", fields: [($"{item}.Points", "1"), ($"{item}.Note", "少一次")])).Code);
        papers = await _world.PapersAsync(_id);
        Assert.Equal(papers.Review.Review!.Score, papers.School!.Rescore);
        Assert.Contains("Rescore", await app.InDbAsync(db => db.AuditEntries.Where(entry => entry.Event == "ReviewCompleted").OrderBy(entry => entry.Sequence).Select(entry => entry.Changes).LastAsync()));
    }

    [Fact]
    public async Task Whoever_completes_after_somebody_else_did_is_shown_what_was_not_saved()
    {
        await _world.ReviewWhollyAsync(_officer, _id);
        await _officer.PostFormAsync(Page, $"{Page}/reopening");
        var second = await SecondOfficerAsync();
        var late = await second.FillInAsync(Page, Page, ("Opinion.Opinion", "第二位写的意见"));
        Assert.Equal(302, (await _officer.ReviewAsync(_id, to: "/completion")).Code);

        var refused = await second.SendAsync($"{Page}/completion", late);

        Assert.Equal(409, refused.Code);
        Assert.Contains("第二位写的意见", refused.Text);
        Assert.DoesNotContain("第二位写的意见", (await _world.PapersAsync(_id)).Review.Review!.Opinion!);
    }

    [Fact]
    public async Task What_a_branch_has_not_handed_in_is_neither_told_to_the_school_nor_taken_over()
    {
        await _world.FillAssessmentAsync(_id);
        var department = await _world.AsAsync(Actor.Department);
        var report = (await _world.PapersAsync(_id)).Self.TextOf(ReportSection.Achievements)!.Content;
        Assert.Contains(report, (await _officer.GetPageAsync(Page)).Text);
        Assert.DoesNotContain(report, (await department.GetPageAsync(Page)).Text);
        Assert.Equal(409, (await _officer.ReviewAsync(_id, "items")).Code);
        Assert.DoesNotContain((await _world.PapersAsync(_id)).Review.Scores, score => score.Points is not null);
    }

    [Fact]
    public async Task What_a_committee_is_still_writing_is_not_told_to_the_school()
    {
        await _world.SubmitAssessmentAsync(_id);
        await _officer.ReviewAsync(_id, fields: [("Opinion.Opinion", "还没有定的意见")]);
        var department = await _world.AsAsync(Actor.Department);
        Assert.DoesNotContain("还没有定的意见", (await department.GetPageAsync(Page)).Text);
        var round = (await _world.PapersAsync(_id)).Round.Id;
        Assert.DoesNotContain("还没有定的意见", (await department.GetPageAsync($"/rounds/{round}/grades/{_id}")).Text);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_saves_nothing_and_empties_nothing()
    {
        await _world.SubmitAssessmentAsync(_id);
        await _officer.ReviewAsync(_id, fields: [("Opinion.ProposedGrade", "B")]);
        Assert.Equal(400, (await _officer.ReviewAsync(_id, fields: [("Opinion.ProposedGrade", "Z"), ("Opinion.Opinion", "改过的意见")])).Code);
        Assert.Equal(Domain.Grading.Grade.B, (await _world.PapersAsync(_id)).Review.Review!.ProposedGrade);
    }

    [Fact]
    public async Task Two_officers_at_one_review_lose_nothing()
    {
        await _world.SubmitAssessmentAsync(_id);
        var second = await SecondOfficerAsync();
        var papers = await _world.PapersAsync(_id);
        var items = papers.Self.Items.Where(item => item.Method == ItemMethod.Points).Take(2).ToList();
        (string, object?)[] Typed(StandardItem item, decimal points, string opinion) => [($"{papers.NameOf(item)}.Points", points), ("Opinion.Opinion", opinion)];
        var one = await _officer.FillInAsync(Page, Page, Typed(items[0], 1m, "第一位写的意见"));
        var two = await second.FillInAsync(Page, Page, Typed(items[1], 0.5m, "第二位写的意见"));

        Assert.Equal(302, (await _officer.SendAsync(Page, one)).Code);
        var stale = await second.SendAsync(Page, two);

        // Different items do not meet; of the one opinion both texts are there.
        Assert.Equal(409, stale.Code);
        papers = await _world.PapersAsync(_id);
        Assert.Equal((1m, 0.5m, "第一位写的意见"), (papers.Review.PointsOf(items[0]), papers.Review.PointsOf(items[1]), papers.Review.Review!.Opinion));
        Assert.Contains("第一位写的意见", stale.Text);
        Assert.Equal("第二位写的意见", stale.Document.GetElementById("Opinion_Opinion")!.TextContent.Trim());
        Assert.Equal(302, (await second.SendAsync(Page, stale.FillIn(Page, Page))).Code);
        Assert.Equal("第二位写的意见", (await _world.PapersAsync(_id)).Review.Review!.Opinion);
        Assert.Equal(1m, (await _world.PapersAsync(_id)).Review.PointsOf(items[0]));
    }

    [Fact]
    public async Task The_script_saves_one_piece_and_is_told_all_figures()
    {
        await _world.SubmitAssessmentAsync(_id);
        var papers = await _world.PapersAsync(_id);
        var item = papers.Self.Items.First(item => item.Method == ItemMethod.Points);
        var (code, state) = await _officer.DraftAsync($"{Page}/drafts/items", ("ItemId", item.Id), ("Points", "1"), ("Note", ""));
        Assert.Equal((200, false), (code, state.GetProperty("isComplete").GetBoolean()));
        Assert.StartsWith("−", state.Live($"diff-{item.Id}"), StringComparison.Ordinal);
        Assert.Contains("请写理由", state.Live($"missing-item-{item.Id}"));
        Assert.True(state.GetProperty("shown").GetProperty($"reason-{item.Id}").GetBoolean());

        Assert.Equal(200, (await _officer.DraftAsync($"{Page}/drafts/answers", ("Question", Question.Plans), ("Level", AnswerLevel.Basically), ("Explanation", "计划没有写到月"))).Code);
        Assert.Equal(200, (await _officer.DraftAsync($"{Page}/drafts/opinion", ("Opinion", "同意"), ("ProposedGrade", "B"), ("ByVisit", "true"), ("LearningAccepted", "true"), ("HeadSatisfaction", "９６．５"))).Code);
        Assert.Equal(400, (await _officer.DraftAsync($"{Page}/drafts/opinion", ("Opinion", "同意"), ("HeadSatisfaction", "很高"))).Code);
        papers = await _world.PapersAsync(_id);
        Assert.Equal((AnswerLevel.Basically, 96.5m, true), (papers.Review.AnswerTo(Question.Plans)!.Level, papers.Review.Review!.HeadSatisfaction, papers.Review.Review.LearningAccepted));
        Assert.Equal([InvestigationMethod.Visit], papers.Review.Review.Methods);
        Assert.DoesNotContain(await app.InDbAsync(db => db.AuditEntries.Select(entry => entry.Event).ToListAsync()), name => name.StartsWith("Review", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_reviews_a_branch_that_he_leads_and_is_told_why()
    {
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(row => row.Committee).Include(row => row.Terms).ThenInclude(term => term.Person).SingleAsync(row => row.Name == World.Own);
            var officer = await db.People.SingleAsync(person => person.Name == "组织员1");
            branch.AppointSecretary(officer, new DateOnly(2012, 3, 1), null, new DateOnly(2012, 3, 20));
        });
        await _world.SubmitAssessmentAsync(_id);
        var page = await _officer.GetPageAsync(Page);
        Assert.Contains("按回避的要求不能初评它，由党委组织部初评", page.Text);
        Assert.Equal(404, (await _officer.DraftAsync($"{Page}/drafts/items", ("ItemId", 1), ("Points", "1"))).Code);
        Assert.Equal(409, (await _officer.SendAsync($"{Page}/completion", await _officer.TokensAsync())).Code);
        // The committee has no other officer: the department reviews.
        var department = await _world.AsAsync(Actor.Department);
        await department.PrepareReviewAsync(_id);
        Assert.Equal(302, (await department.CompleteAsync(_id)).Code);
    }

    [Fact]
    public async Task A_late_hour_is_too_late_to_the_millisecond()
    {
        await _world.SubmitAssessmentAsync(_id);
        await _officer.PrepareReviewAsync(_id);
        var deadline = (await _world.PapersAsync(_id)).Deadlines.Report;
        app.Clock.AdjustTime(new DateTimeOffset(deadline).AddMilliseconds(-1));
        var officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        var filled = await officer.FillInAsync(Page, Page, ("Opinion.Opinion", "赶在最后写的意见"));
        Assert.Equal(302, (await officer.SendAsync(Page, filled)).Code);
        filled = await officer.FillInAsync(Page, Page, ("Opinion.Opinion", "迟了的意见"));
        app.Clock.AdjustTime(new DateTimeOffset(deadline));
        var late = await officer.SendAsync($"{Page}/completion", filled);
        Assert.Equal(409, late.Code);
        Assert.Contains("初评已经截止", late.Text);
        Assert.Contains("迟了的意见", late.Document.GetElementById("typed")!.TextContent);
        Assert.Equal((false, "赶在最后写的意见"), ((await _world.PapersAsync(_id)).Review.Review!.IsCompleted, (await _world.PapersAsync(_id)).Review.Review!.Opinion));
    }

    [Fact]
    public async Task The_secretary_of_a_branch_does_not_see_its_review_even_as_officer_elsewhere()
    {
        await app.SaveAsync(async db =>
        {
            var secretary = await db.Users.SingleAsync(account => account.UserName == World.UserName(Actor.Secretary));
            secretary.Grant(await db.Roles.Where(role => role.Name == Data.Identity.Roles.CommitteeOfficer).Select(role => role.Id).SingleAsync());
        });
        var both = await _world.SignInAsync(World.UserName(Actor.Secretary));
        Assert.Equal(404, (await both.GetPageAsync(Page)).Code);
        Assert.Equal(404, (await both.GetPageAsync($"{Page}/ballots")).Code);
    }

    private async Task<HttpClient> SecondOfficerAsync()
    {
        await _world.AddAccountAsync("second-officer", "组织员二", Data.Identity.Roles.CommitteeOfficer);
        await app.SaveAsync(async db =>
        {
            var committee = await db.Committees.Include(row => row.Terms).ThenInclude(term => term.Person).SingleAsync(row => row.Name == World.Materials);
            committee.AppointOrganiser(await db.People.SingleAsync(person => person.Name == "组织员二"), new DateOnly(2012, 1, 1));
        });
        return await _world.SignInAsync("second-officer");
    }
}
