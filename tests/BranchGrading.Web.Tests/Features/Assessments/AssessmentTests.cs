using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Assessments;

/// <summary>A self-assessment without script: from the task list to the handing in, and back.</summary>
public sealed class AssessmentTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private int _round;
    private int _id;

    private string Address => $"/assessments/{_id}";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _round = await _world.OpenAsync();
        _id = await _world.ParticipantAsync(_round, World.Own);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_home_page_leads_a_secretary_to_the_next_step()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var home = await secretary.GetPageAsync("/");
        Assert.Contains("7 步中已完成 0 步", home.Text);
        Assert.Contains(home.Document.QuerySelectorAll("a.btn-primary"), link => link.TextContent.Contains("开始：基本情况", StringComparison.Ordinal) && link.GetAttribute("href") == $"{Address}/basics");

        Assert.Equal(302, (await secretary.PostFormAsync($"{Address}/basics", $"{Address}/basics")).Code);
        home = await secretary.GetPageAsync("/");
        Assert.Contains("继续：调查摸底", home.Text);
        Assert.Contains("组织员1", home.Text);
        Assert.Contains("材料书记在3月20日核对过", home.Text);
        Assert.Equal("BasicsConfirmed", await app.InDbAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Sequence).Select(entry => entry.Event).FirstAsync()));
    }

    [Fact]
    public async Task A_branch_fills_in_everything_without_script_and_hands_it_in()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        await secretary.PostFormAsync($"{Address}/basics", $"{Address}/basics");
        var saved = await secretary.PostFormAsync(
            $"{Address}/investigation", $"{Address}/investigation",
            [.. Enumerable.Range(0, 7).Select(i => ($"Answers[{i}].Level", (object?)(i == 0 ? "No" : "Yes"))), ("Answers[0].Explanation", "两个年级合为一个支部"), ("Then", "next")]);
        Assert.Equal((302, $"{Address}/items"), (saved.Code, saved.Location));
        var heads = (await _world.PapersAsync(_id)).Self.Standard.ScoredHeads.Select(head => head.Order).ToList();
        foreach (var head in heads)
        {
            var page = await secretary.GetPageAsync($"{Address}/items/{head}");
            var fields = page.Document.QuerySelectorAll("#section [name]").Select(field => field.GetAttribute("name")!).Distinct().Select(name => (name, (object?)(
                name.EndsWith("Points", StringComparison.Ordinal) ? "２" : name.EndsWith("Option", StringComparison.Ordinal) ? "1" : name.EndsWith("Times", StringComparison.Ordinal) ? "0" : null))).Where(field => field.Item2 is not null);
            var answer = await secretary.SendAsync($"{Address}/items/{head}", page.FillIn($"{Address}/items/{head}", "", [.. fields, ("Then", "next")]));
            Assert.True(answer.Code == 302, answer.Text);
        }

        await secretary.PostFormAsync($"{Address}/report", $"{Address}/report", ("Texts[0].Content", "一段\r\n二段"), ("Texts[1].Content", "做法"), ("Texts[2].Content", "方向"));
        var added = await secretary.PostFormAsync($"{Address}/problems", $"{Address}/problems", ("Then", "add"));
        Assert.Equal((302, $"{Address}/problems#problem-1"), (added.Code, added.Location));
        Assert.Equal(302, (await secretary.PostFormAsync(
            $"{Address}/problems", $"{Address}/problems",
            ("Problems[0].Description", "学习不够"), ("Problems[0].Measure", "每月一次"), ("Problems[0].ResponsiblePerson", "张三"), ("Problems[0].DueOn", "2012年9月30日"), ("Problems[0].TargetGrade", "A"))).Code);

        var papers = await _world.PapersAsync(_id);
        Assert.Empty(papers.Self.Missing());
        Assert.Equal(new DateOnly(2012, 9, 30), papers.Self.Problems[0].DueOn);
        var check = await secretary.GetPageAsync($"{Address}/submission");
        Assert.Contains("「是」6 个，「否」1 个", check.Text);
        Assert.Contains("两个年级合为一个支部", check.Text);
        var submitted = await secretary.PostFormAsync($"{Address}/submission", $"{Address}/submission");
        Assert.Equal((302, Address), (submitted.Code, submitted.Location));

        papers = await _world.PapersAsync(_id);
        var submission = Assert.Single(papers.Self.Assessment!.Submissions);
        Assert.Equal((papers.Self.Sum.Score, false, "材料书记"), (submission.Total, submission.OnBehalf, submission.SubmittedBy));
        var after = await secretary.GetPageAsync(Address);
        Assert.Contains("两个年级合为一个支部", after.Text);
        Assert.Empty(after.Document.QuerySelectorAll("main textarea, main input:not([type=hidden])"));
        foreach (var step in new[] { "basics", "investigation", "items/1", "report", "problems", "submission" })
            Assert.Equal((step, 302, Address), (step, (await secretary.GetPageAsync($"{Address}/{step}")).Code, (await secretary.GetPageAsync($"{Address}/{step}")).Location));
        Assert.Contains("自我评价已经提交", (await secretary.GetPageAsync("/")).Text);
    }

    [Fact]
    public async Task Nothing_incomplete_is_handed_in_and_the_page_says_what_is_missing()
    {
        await _world.FillAssessmentAsync(_id);
        var item = (await _world.PapersAsync(_id)).Self.Items.First(item => item.Method == ItemMethod.Points);
        var secretary = await _world.AsAsync(Actor.Secretary);
        var form = await secretary.FillInAsync($"{Address}/submission", $"{Address}/submission");
        await secretary.DraftAsync($"{Address}/drafts/items", ("ItemId", item.Id), ("Version", (await _world.PapersAsync(_id)).Self.ScoreOf(item)!.Version));

        var page = await secretary.GetPageAsync($"{Address}/submission");
        Assert.Contains("还差 1 处", page.Text);
        Assert.Contains(page.Document.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.EndsWith($"#item-{item.Id}", StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("main button.btn-primary"));
        Assert.Equal(409, (await secretary.SendAsync($"{Address}/submission", form)).Code);
        var fresh = await secretary.FillInAsync($"{Address}/submission", $"{Address}/submission");
        var refused = await secretary.SendAsync($"{Address}/submission", fresh);
        Assert.Equal(409, refused.Code);
        Assert.Contains($"给「{item.Name}」打分", refused.Text);
        Assert.Empty((await _world.PapersAsync(_id)).Self.Assessment!.Submissions);
    }

    [Fact]
    public async Task What_changed_after_the_check_is_checked_again()
    {
        await _world.FillAssessmentAsync(_id);
        var secretary = await _world.AsAsync(Actor.Secretary);
        var form = await secretary.FillInAsync($"{Address}/submission", $"{Address}/submission");
        await _world.FillAssessmentAsync(_id, 0.8m);
        var again = await secretary.SendAsync($"{Address}/submission", form);
        Assert.Equal(409, again.Code);
        Assert.Contains("又有改动", again.Text);
        Assert.Equal(302, (await secretary.SendAsync($"{Address}/submission", again.FillIn($"{Address}/submission", ""))).Code);
    }

    [Fact]
    public async Task The_last_millisecond_is_in_time_and_the_next_is_not()
    {
        await _world.FillAssessmentAsync(_id);
        var deadline = (await _world.PapersAsync(_id)).Deadlines.SelfAssessment;
        app.Clock.AdjustTime(new DateTimeOffset(deadline).AddMilliseconds(-1));
        var secretary = await _world.SignInAsync(World.UserName(Actor.Secretary));
        var form = await secretary.FillInAsync($"{Address}/submission", $"{Address}/submission");
        app.Clock.AdjustTime(new DateTimeOffset(deadline));
        var late = await secretary.SendAsync($"{Address}/submission", form);
        Assert.Equal(409, late.Code);
        Assert.Contains("已经截止", late.Text);
        Assert.Contains("已经截止", (await secretary.GetPageAsync(Address)).Text);
        Assert.Contains("学习联系实际不够", (await secretary.GetPageAsync(Address)).Text);
        app.Clock.AdjustTime(new DateTimeOffset(deadline).AddMilliseconds(-1));
        Assert.Equal(302, (await secretary.SendAsync($"{Address}/submission", await secretary.FillInAsync($"{Address}/submission", $"{Address}/submission"))).Code);
    }

    [Fact]
    public async Task An_officer_fills_in_for_the_branch_and_every_page_and_the_audit_say_so()
    {
        await _world.FillAssessmentAsync(_id);
        var officer = await _world.AsAsync(Actor.Officer);
        foreach (var step in new[] { "", "/basics", "/investigation", "/items/1", "/report", "/problems", "/submission" })
            Assert.Contains("您正在代「材料教工支部」填写", (await officer.GetPageAsync(Address + step)).Text);
        Assert.DoesNotContain("您正在代", (await (await _world.AsAsync(Actor.Secretary)).GetPageAsync($"{Address}/items/1")).Text);
        Assert.Equal(302, (await officer.PostFormAsync($"{Address}/submission", $"{Address}/submission")).Code);

        Assert.True((await _world.PapersAsync(_id)).Self.Assessment!.OnBehalf);
        Assert.Contains("代填", (await officer.GetPageAsync(Address)).Text);
        var entry = await app.InDbAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Sequence).FirstAsync());
        Assert.Equal(("AssessmentSubmitted", "代填", "组织员1"), (entry.Event, entry.Reason, entry.Actor));
    }

    [Fact]
    public async Task A_returned_form_names_what_to_change_and_shows_what_changed()
    {
        await _world.SubmitAssessmentAsync(_id);
        var item = (await _world.PapersAsync(_id)).Self.Items.First(item => item.Method == ItemMethod.Points);
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var page = await officer.GetPageAsync($"{Address}/return");
        var index = page.Document.QuerySelectorAll("input[name$=ItemId]").Select((input, at) => (input, at)).Single(pair => pair.input.GetAttribute("value") == $"{item.Id}").at;
        Assert.Equal(400, (await officer.SendAsync($"{Address}/return", page.FillIn($"{Address}/return", "", ($"Parts[{index}].IsChosen", "true")))).Code);
        Assert.Equal(409, (await officer.SendAsync($"{Address}/return", page.FillIn($"{Address}/return", ""))).Code);
        page = await officer.GetPageAsync($"{Address}/return");
        var returned = await officer.SendAsync($"{Address}/return", page.FillIn($"{Address}/return", "", ($"Parts[{index}].IsChosen", "true"), ($"Parts[{index}].Reason", "没有会议记录"), ("Reason", "请补充")));
        Assert.True(returned.Code == 302, returned.Text);

        var tasks = await secretary.GetPageAsync(Address);
        Assert.Contains("没有会议记录", tasks.Text);
        Assert.Contains("请补充", tasks.Text);
        Assert.Contains("还没有改动", tasks.Text);
        Assert.Contains("继续：自评打分", tasks.Text);
        Assert.Contains("学院退回：没有会议记录", (await secretary.GetPageAsync($"{Address}/items/{HeadOf(item)}")).Text);
        var score = (await _world.PapersAsync(_id)).Self.ScoreOf(item)!;
        await secretary.DraftAsync($"{Address}/drafts/items", ("ItemId", item.Id), ("Points", "0.5"), ("Note", score.Note), ("Version", score.Version));
        Assert.Contains("继续：核对提交", (await secretary.GetPageAsync("/")).Text);
        Assert.Contains($"{item.Name}（自评打分）", (await secretary.GetPageAsync(Address)).Text);
        Assert.Contains("学习联系实际不够", (await secretary.GetPageAsync($"{Address}/submissions/1")).Text);

        // The department reads what was handed in, not what is being written.
        Assert.DoesNotContain("0.5 分；", (await (await _world.AsAsync(Actor.Department)).GetPageAsync(Address)).Text);
        Assert.Equal(302, (await secretary.PostFormAsync($"{Address}/submission", $"{Address}/submission")).Code);
        var assessment = (await _world.PapersAsync(_id)).Self.Assessment!;
        var change = Assert.Single(assessment.Submissions[1].Changes);
        Assert.Equal((item.Name, true), (change.Label, change.New!.StartsWith("0.5 分", StringComparison.Ordinal)));
        var entry = await app.InDbAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Sequence).FirstAsync());
        Assert.Contains($"{item.Name}：", entry.Changes);
        Assert.Contains("与上次提交相比改了 1 处", (await officer.GetPageAsync(Address)).Text);

        string HeadOf(StandardItem found) => $"{_world.PapersAsync(_id).Result.Self.Standard.Heads.Single(head => head.Items.Any(one => one.Id == found.Id)).Order}";
    }

    [Fact]
    public async Task A_completed_review_opens_again_with_the_return()
    {
        await _world.SubmitAssessmentAsync(_id);
        await app.SaveAsync(async db =>
        {
            var papers = (await _world.PapersAsync(_id)).Review;
            db.Add(new DemocraticEvaluation(_id, Panel.Members, new BallotCount(20, 20, 20, 20, 15, 3, 1, 1)));
            db.Add(new DemocraticEvaluation(_id, Panel.Masses, new BallotCount(null, 30, 30, 30, 20, 8, 1, 1)));
            foreach (var score in papers.Self.Scores)
            {
                var own = db.Add(new ItemScore(_id, Scorer.Committee, score.ItemId)).Entity;
                own.Fill(papers.Items.Single(item => item.Id == score.ItemId), score.Answer, false, null, "组织员", WebApp.Start.UtcDateTime);
            }

            foreach (var question in Enum.GetValues<Question>())
                db.Add(new InvestigationAnswer(_id, Scorer.Committee, question)).Entity.Fill(AnswerLevel.Yes, null, "组织员", WebApp.Start.UtcDateTime);
            db.Add(new PreliminaryReview(_id)).Entity.WriteOpinion("同意", Grade.B, null, "组织员", WebApp.Start.UtcDateTime);
        });
        await app.SaveAsync(async db =>
        {
            var review = await db.Reviews.Include(row => row.Completions).SingleAsync();
            review.Complete((await _world.PapersAsync(_id)).Review, "组织员", WebApp.Start.UtcDateTime);
        });
        var officer = await _world.AsAsync(Actor.Officer);
        Assert.Contains("初评已经完成", (await officer.GetPageAsync($"{Address}/return")).Text);
        Assert.Equal(302, (await officer.PostFormAsync($"{Address}/return", $"{Address}/return", ("Reason", "重填"))).Code);

        var papers = await _world.PapersAsync(_id);
        Assert.Equal((false, false), (papers.Self.Assessment!.IsSubmitted, papers.Review.Review!.IsCompleted));
        Assert.Equal((BranchStage.Returned, null), await StageAsync());
        Assert.Equal(302, (await (await _world.AsAsync(Actor.Secretary)).PostFormAsync($"{Address}/submission", $"{Address}/submission")).Code);
    }

    [Fact]
    public async Task Of_a_direct_branch_the_department_gives_back_not_its_own_secretary()
    {
        _id = await _world.ParticipantAsync(_round, World.Library);
        await _world.SubmitAssessmentAsync(_id);
        Assert.Equal(404, (await (await _world.AsAsync(Actor.DirectSecretary)).GetPageAsync($"{Address}/return")).Code);
        Assert.Equal(302, (await (await _world.AsAsync(Actor.Department)).PostFormAsync($"{Address}/return", $"{Address}/return", ("Reason", "重填"))).Code);
        Assert.Equal(404, (await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/assessments/{await _world.ParticipantAsync(_round, World.Own)}/return")).Code);
    }

    [Fact]
    public async Task What_was_not_handed_in_cannot_be_given_back()
    {
        await _world.FillAssessmentAsync(_id);
        var officer = await _world.AsAsync(Actor.Officer);
        Assert.Equal(409, (await officer.GetPageAsync($"{Address}/return")).Code);
        await _world.SubmitAssessmentAsync(_id);
        var form = await officer.FillInAsync($"{Address}/return", $"{Address}/return", ("Reason", "重填"));
        Assert.Equal(302, (await officer.SendAsync($"{Address}/return", form)).Code);
        var twice = await officer.SendAsync($"{Address}/return", [.. form.Where(field => field.Key != "__FormKey"), KeyValuePair.Create("__FormKey", Guid.NewGuid().ToString("N"))]);
        Assert.Equal(409, twice.Code);
        Assert.Single((await _world.PapersAsync(_id)).Self.Assessment!.Returns);
    }

    [Fact]
    public async Task Before_it_is_handed_in_nobody_else_reads_it()
    {
        await _world.FillAssessmentAsync(_id);
        foreach (var actor in new[] { Actor.Department, Actor.Inspector })
        {
            var page = await (await _world.AsAsync(actor)).GetPageAsync(Address);
            Assert.Contains("还没有提交", page.Text);
            Assert.DoesNotContain("学习联系实际不够", page.Text);
        }

        await _world.SubmitAssessmentAsync(_id);
        foreach (var actor in new[] { Actor.Department, Actor.Inspector, Actor.Officer })
            Assert.Contains("学习联系实际不够", (await (await _world.AsAsync(actor)).GetPageAsync(Address)).Text);
        foreach (var actor in new[] { Actor.OtherOfficer, Actor.OtherSecretary, Actor.Administrator })
            Assert.Equal((actor, 404), (actor, (await (await _world.AsAsync(actor)).GetPageAsync(Address)).Code));
    }

    [Fact]
    public async Task One_from_paper_is_only_read()
    {
        await app.SaveAsync(db =>
        {
            db.Add(SelfAssessment.FromPaper(_id, 88.5m, "组织员1", WebApp.Start.UtcDateTime));
            return Task.CompletedTask;
        });
        var secretary = await _world.AsAsync(Actor.Secretary);
        var page = await secretary.GetPageAsync(Address);
        Assert.Contains("来自纸质", page.Text);
        Assert.Contains("88.50", page.Text);
        Assert.Equal(302, (await secretary.GetPageAsync($"{Address}/report")).Code);
        var item = (await _world.PapersAsync(_id)).Self.Items.First();
        Assert.Equal(409, (await secretary.DraftAsync($"{Address}/drafts/items", ("ItemId", item.Id), ("Points", "1"))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.ItemScores.CountAsync()));
    }

    [Fact]
    public async Task A_branch_that_does_not_take_part_has_no_pages()
    {
        var excluded = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await excluded.PostFormAsync($"/rounds/{_round}/exclusions/{_world.Branch(World.Own)}", $"/rounds/{_round}/exclusions/{_world.Branch(World.Own)}", ("Reason", "成立不足半年"))).Code);
        var secretary = await _world.AsAsync(Actor.Secretary);
        foreach (var step in new[] { "", "/basics", "/items/1", "/report", "/submission" })
            Assert.Equal((step, 404), (step, (await secretary.GetPageAsync(Address + step)).Code));
        Assert.Equal(404, (await secretary.DraftAsync($"{Address}/drafts/texts", ("Section", "Direction"), ("Content", "x"))).Code);
    }

    [Fact]
    public async Task A_published_round_is_only_read()
    {
        var published = await _world.PublishAsync(2011);
        var id = await _world.ParticipantAsync(published, World.Own);
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Equal((200, 302), ((await secretary.GetPageAsync($"/assessments/{id}")).Code, (await secretary.GetPageAsync($"/assessments/{id}/report")).Code));
        Assert.Equal(409, (await secretary.DraftAsync($"/assessments/{id}/drafts/texts", ("Section", "Direction"), ("Content", "x"))).Code);
    }

    [Fact]
    public async Task Two_who_save_a_section_without_script_lose_nothing()
    {
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var byOfficer = await officer.FillInAsync($"{Address}/report", $"{Address}/report", ("Texts[0].Content", "组织员写的情况"), ("Texts[1].Content", "组织员写的做法"));
        await secretary.PostFormAsync($"{Address}/report", $"{Address}/report", ("Texts[0].Content", "书记写的情况"));
        var stale = await officer.SendAsync($"{Address}/report", byOfficer);

        Assert.Equal(409, stale.Code);
        Assert.Contains("书记写的情况", stale.Text);
        Assert.Contains("组织员写的情况", stale.Document.QuerySelector("textarea")!.TextContent);
        var papers = await _world.PapersAsync(_id);
        Assert.Equal(("书记写的情况", "组织员写的做法"), (papers.Self.TextOf(ReportSection.Situation)!.Content, papers.Self.TextOf(ReportSection.Achievements)!.Content));
        Assert.Equal(302, (await officer.SendAsync($"{Address}/report", stale.FillIn($"{Address}/report", ""))).Code);
        Assert.Equal("组织员写的情况", (await _world.PapersAsync(_id)).Self.TextOf(ReportSection.Situation)!.Content);
    }

    [Fact]
    public async Task A_wrong_number_stays_in_its_field_and_the_others_are_saved()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var page = await secretary.GetPageAsync($"{Address}/items/2");
        var names = page.Document.QuerySelectorAll("input[name$='.Points']").Select(input => input.GetAttribute("name")!).Take(2).ToList();
        var answer = await secretary.SendAsync($"{Address}/items/2", page.FillIn($"{Address}/items/2", "", (names[0], "1,5"), (names[1], "1.5")));
        Assert.Equal(400, answer.Code);
        Assert.Equal("1,5", answer.Document.QuerySelector($"input[name='{names[0]}']")!.GetAttribute("value"));
        Assert.Contains("小数点用「.」", answer.Text);
        Assert.Equal(1.5m, (await _world.PapersAsync(_id)).Self.Sum.Points);
        Assert.Equal(302, (await secretary.SendAsync($"{Address}/items/2", answer.FillIn($"{Address}/items/2", "", (names[0], "1.5")))).Code);
    }

    [Fact]
    public async Task A_text_past_the_deadline_stays_on_the_page()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var form = await secretary.FillInAsync($"{Address}/report", $"{Address}/report", ("Texts[0].Content", "写了很久的一段"));
        app.Clock.AdjustTime(new DateTimeOffset((await _world.PapersAsync(_id)).Deadlines.SelfAssessment));
        secretary = await _world.SignInAsync(World.UserName(Actor.Secretary));
        form.RemoveAll(field => field.Key == "__RequestVerificationToken");
        form.Add((await secretary.TokensAsync())[0]);
        var late = await secretary.SendAsync($"{Address}/report", form);
        Assert.Equal(409, late.Code);
        Assert.Contains("写了很久的一段", late.Document.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Texts_are_texts()
    {
        const string evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'";
        await _world.FillAssessmentAsync(_id);
        var secretary = await _world.AsAsync(Actor.Secretary);
        await secretary.PostFormAsync($"{Address}/report", $"{Address}/report", ("Texts[0].Content", evil));
        await secretary.PostFormAsync($"{Address}/problems", $"{Address}/problems", ("Problems[0].Description", evil), ("Problems[0].ResponsiblePerson", evil));
        await secretary.PostFormAsync($"{Address}/items/1", $"{Address}/items/1", ("Items[0].Note", evil));
        foreach (var step in new[] { "/report", "/problems", "/items/1", "/submission" })
        {
            var page = await secretary.GetPageAsync(Address + step);
            Assert.DoesNotContain("<img src=x", page.Html, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("main script, main img"));
        }

        Assert.Equal(302, (await secretary.PostFormAsync($"{Address}/submission", $"{Address}/submission")).Code);
        var officer = await _world.AsAsync(Actor.Officer);
        await officer.PostFormAsync($"{Address}/return", $"{Address}/return", ("Reason", evil));
        foreach (var browser in new[] { officer, secretary })
        {
            foreach (var step in new[] { "", "/submissions/1" })
                Assert.DoesNotContain("<img src=x", (await browser.GetPageAsync(Address + step)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fields_that_the_forms_do_not_have_set_nothing()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var item = (await _world.PapersAsync(_id)).Self.Items.First(item => item.Method == ItemMethod.Points);
        var foreign = await _world.ParticipantAsync(_round, World.Foreign);
        Assert.Equal(200, (await secretary.DraftAsync(
            $"{Address}/drafts/items", ("ItemId", item.Id), ("Points", "1"), ("ParticipantId", foreign), ("participantId", foreign), ("Scorer", "Committee"), ("SavedBy", "别人"), ("SavedAt", "2001-01-01"), ("Vetoed", "true"), ("Option", "1"))).Code);
        var score = await app.InDbAsync(db => db.ItemScores.SingleAsync());
        Assert.Equal((_id, Scorer.Branch, "材料书记", false, null), (score.ParticipantId, score.Scorer, score.SavedBy, score.Vetoed, score.Option));

        await _world.FillAssessmentAsync(_id);
        Assert.Equal(302, (await secretary.PostFormAsync($"{Address}/submission", $"{Address}/submission", ("OnBehalf", "true"), ("Total", "100"), ("SubmittedBy", "别人"), ("ParticipantId", foreign))).Code);
        Assert.Equal((false, "材料书记"), ((await _world.PapersAsync(_id)).Self.Assessment!.OnBehalf, (await _world.PapersAsync(_id)).Self.Assessment!.SubmittedBy));
        Assert.Null((await _world.PapersAsync(foreign)).Self.Assessment);
    }

    [Fact]
    public async Task Sent_twice_it_is_handed_in_once()
    {
        await _world.FillAssessmentAsync(_id);
        var secretary = await _world.AsAsync(Actor.Secretary);
        var form = await secretary.FillInAsync($"{Address}/submission", $"{Address}/submission");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => secretary.SendAsync($"{Address}/submission", form)));
        Assert.All(answers, answer => Assert.Equal(302, answer.Code));
        Assert.Single((await _world.PapersAsync(_id)).Self.Assessment!.Submissions);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == "AssessmentSubmitted")));
    }

    [Fact]
    public async Task Last_years_texts_stand_beside_this_years()
    {
        var earlier = await _world.OpenAsync(2011);
        var before = await _world.ParticipantAsync(earlier, World.Own);
        await _world.FillAssessmentAsync(before);
        await app.SaveAsync(async db =>
        {
            var text = await db.ReportTexts.SingleAsync(row => row.ParticipantId == before && row.Section == ReportSection.Direction);
            text.Fill("去年想办的三件事", "书记", WebApp.Start.UtcDateTime);
        });
        await _world.HandInAsync(before);
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Contains("去年想办的三件事", (await secretary.GetPageAsync($"{Address}/report")).Text);
        Assert.Contains("学习联系实际不够", (await secretary.GetPageAsync($"{Address}/problems")).Text);
        Assert.Contains("去年填的", (await secretary.GetPageAsync($"{Address}/items/1")).Text);
        Assert.DoesNotContain("去年想办的三件事", (await (await _world.AsAsync(Actor.OtherSecretary)).GetPageAsync($"/assessments/{await _world.ParticipantAsync(_round, World.Foreign)}/report")).Text);
    }

    [Fact]
    public async Task A_problem_is_added_filled_in_and_taken_out()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var address = $"{Address}/problems";
        await secretary.PostFormAsync(address, address, ("Then", "add"));
        await secretary.PostFormAsync(address, address, ("Problems[0].Description", "第一条"), ("Then", "add"));
        await secretary.PostFormAsync(address, address, ("Problems[1].Description", "第二条"));
        var problems = (await _world.PapersAsync(_id)).Self.Problems;
        Assert.Equal(["第一条", "第二条"], problems.Select(problem => problem.Description));
        var asked = await secretary.PostFormAsync(address, address, ("Problems[1].Measure", "顺手写的"), ("Then", $"remove-{problems[0].Id}"));
        Assert.Equal((302, $"{address}/{problems[0].Id}/removal"), (asked.Code, asked.Location));
        Assert.Equal(302, (await secretary.PostFormAsync(asked.Location!, asked.Location!)).Code);
        Assert.Equal(["顺手写的"], (await _world.PapersAsync(_id)).Self.Problems.Select(problem => problem.Measure));
        var (code, gone) = await secretary.DraftAsync($"{Address}/drafts/problems", ("Id", problems[0].Id), ("Description", "还在写"), ("Version", problems[0].Version));
        Assert.Equal((409, true), (code, gone.GetProperty("isLocked").GetBoolean()));
    }

    private Task<(BranchStage Stage, decimal? Self)> StageAsync() => app.InDbAsync(async db =>
    {
        var department = await db.Users.Include(account => account.Person).SingleAsync(account => account.UserName == World.UserName(Actor.Department));
        var viewer = new Data.Queries.Viewer(department.Id, department.PersonId, "部长", new HashSet<string> { Data.Identity.Roles.OrganizationDepartment });
        var progress = (await Data.Queries.ProgressQueries.BranchProgressAsync(db, _round, viewer, CancellationToken.None)).Single(branch => branch.ParticipantId == _id);
        return (progress.Stage, progress.SelfScore);
    });
}
