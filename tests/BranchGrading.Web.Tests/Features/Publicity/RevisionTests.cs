using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Publicity;

/// <summary>改定 on an objection, and 更正 of a final grade: by the same rules.</summary>
public sealed class RevisionTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Third = "材料机关支部";

    /// <summary>Ten branches, two places: the first two keep A, the third is lowered by the cap.</summary>
    private static readonly (string, decimal)[] ThreeForTwo = [(World.Own, 96), (World.Foreign, 95), (Third, 94)];

    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_publication_keeps_gives_the_same_grades_again()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.C), (World.Foreign, Grade.B));
        await _world.PublishAsync(2012, new RoundRules { CapScope = CapScope.Committee, LeastMassSatisfaction = 90 }, ThreeForTwo);
        var kept = await app.InDbAsync(db => db.PublishedGrades.AsNoTracking().ToListAsync());
        var rules = GradeSnapshot.Read<RoundRules>(await app.InDbAsync(db => db.Publications.Select(publication => publication.RulesJson).SingleAsync()));
        var again = GradingService.Grade(kept.ConvertAll(grade => GradeSnapshot.Read<GradingCandidate>(grade.CandidateJson)), rules);
        Assert.All(kept, grade => Assert.Equal(grade.OutcomeJson, GradeSnapshot.Of(again.Find(grade.ParticipantId)!, withWalk: true).ToJson()));
        Assert.Equal(10, kept.Count);
    }

    [Fact]
    public async Task A_revision_names_beforehand_whom_it_moves_and_everything_follows()
    {
        var (roundId, own) = await ObjectedAsync();
        var preview = await _department.PreviewRevisionAsync(roundId, 1, Grade.B);
        Assert.Equal(200, preview.Code);
        Assert.Contains("1 个支部公示的等级随之改变", preview.Text);
        Assert.Contains(Third, preview.Text);
        Assert.DoesNotContain(World.Foreign, preview.Text);
        Assert.Equal("A A B", await GradesAsync(roundId));

        var rows = await app.InDbAsync(db => db.AuditEntries.CountAsync());
        Assert.Equal(302, (await _department.ConfirmRevisionAsync(roundId, 1, preview)).Code);
        Assert.Equal(rows + 1, await app.InDbAsync(db => db.AuditEntries.CountAsync()));
        Assert.Equal("B A A", await GradesAsync(roundId));
        Assert.Equal(2, await app.InDbAsync(db => db.GradeChanges.CountAsync(change => change.ObjectionId != null)));

        // The branch, its committee, the department, the notice and the list read the new grade and why, never who objected.
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        foreach (var browser in new[] { secretary, officer })
        {
            var why = await browser.GetPageAsync($"/results/{own}");
            Assert.Contains("为什么是 B", why.Text);
            Assert.Contains("公示期间改定", why.Text);
            Assert.Contains("核查属实", why.Text);
            Assert.DoesNotContain("计算机书记", why.Html, StringComparison.Ordinal);
        }

        var moved = await officer.GetPageAsync($"/results/{await _world.ParticipantAsync(roundId, Third)}");
        Assert.Contains("为什么是 A", moved.Text);
        Assert.Contains("另有支部改定", moved.Text);
        Assert.DoesNotContain(World.Own, moved.Text);
        var notice = await _department.GetPageAsync($"/rounds/{roundId}/publicity/notice");
        Assert.Equal(["B 较好", "A 先进"], new[] { World.Own, Third }.Select(name => notice.Document.QuerySelectorAll("tr").Single(row => row.TextContent.Contains(name, StringComparison.Ordinal) && row.Children.Length == 3).LastElementChild!.TextContent));
        Assert.Contains("改定", (await (await _world.AsAsync(Actor.OtherSecretary)).GetPageAsync($"/rounds/{roundId}/publicity/objections")).Text);
        Assert.Contains("公示期间改定：A→B", (await _department.GetPageAsync($"/rounds/{roundId}/grades")).Text);

        var objection = await _department.GetPageAsync($"/rounds/{roundId}/objections/1");
        Assert.Contains("原公示 A先进 改定 B较好", string.Join(' ', objection.Document.QuerySelector(".summary-list dd")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        // And so does the history once the round is final.
        await app.InDbAsync(db => db.MakeFinalAsync(roundId));
        Assert.Equal(Grade.B, await PastAsync(World.Own));
    }

    [Fact]
    public async Task What_the_rules_forbid_is_refused_and_what_was_typed_stays()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.C));
        var (roundId, _) = await ObjectedAsync();
        var answer = await _department.PreviewRevisionAsync(roundId, 1, Grade.A, "材料补交了");
        Assert.Equal(409, answer.Code);
        Assert.Contains("不能越级评为 A", answer.Text);
        Assert.Contains("材料补交了", answer.Html);
        Assert.Contains("已经改定，谢谢您", answer.Html);
        Assert.Equal(409, (await _department.PreviewRevisionAsync(roundId, 1, Grade.B)).Code);
    }

    [Fact]
    public async Task A_preview_can_be_gone_back_from_without_losing_anything()
    {
        var (roundId, _) = await ObjectedAsync();
        var preview = await _department.PreviewRevisionAsync(roundId, 1, Grade.B, "改一改");
        var back = await _department.SendAsync($"/rounds/{roundId}/objections/1/revision/preview", [.. preview.FillIn($"/rounds/{roundId}/objections/1/revision", ""), KeyValuePair.Create("Back", "true")]);
        Assert.Equal(200, back.Code);
        Assert.Contains("改一改", back.Html);
        Assert.NotNull(back.Document.QuerySelector("form[action$='revision/preview']"));
    }

    [Fact]
    public async Task Other_moves_than_those_shown_are_shown_anew_before_they_are_confirmed()
    {
        var (roundId, _) = await ObjectedAsync();
        var preview = await _department.PreviewRevisionAsync(roundId, 1, Grade.B);

        // Meanwhile the next in line is settled otherwise on an objection of its own.
        await (await _world.AsAsync(Actor.Officer)).ObjectAsync(roundId, await _world.ParticipantAsync(roundId, Third));
        await _department.PrepareAnswerAsync(roundId, 2);
        Assert.Equal(302, (await _department.ConfirmRevisionAsync(roundId, 2, await _department.PreviewRevisionAsync(roundId, 2, Grade.C))).Code);

        var stale = await _department.ConfirmRevisionAsync(roundId, 1, preview);
        Assert.Equal(409, stale.Code);
        Assert.Contains("影响的支部和刚才不同", stale.Text);
        Assert.Contains("不改变其他支部公示的等级", stale.Text);
        Assert.Equal("A A C", await GradesAsync(roundId));
        Assert.Equal(302, (await _department.ConfirmRevisionAsync(roundId, 1, stale)).Code);
        Assert.Equal("B A C", await GradesAsync(roundId));
    }

    [Fact]
    public async Task Two_revisions_at_the_edge_of_the_places_never_take_more_than_there_are()
    {
        var roundId = await _world.PublishAsync(2012, null, (World.Own, 96), (World.Foreign, 95));
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var posts = new List<(HttpClient Browser, int Number, Answer Preview)>();
        foreach (var (name, index) in new[] { Third, "材料本科生支部", "材料硕士生支部", "材料退休支部" }.Select((name, index) => (name, index)))
        {
            await (await _world.AsAsync(Actor.Secretary)).ObjectAsync(roundId, await _world.ParticipantAsync(roundId, name));
            await _department.PrepareAnswerAsync(roundId, index + 1);
            var browser = index % 2 == 0 ? _department : second;
            posts.Add((browser, index + 1, await browser.PreviewRevisionAsync(roundId, index + 1, Grade.A)));
        }

        var answers = await Task.WhenAll(posts.Select(post => post.Browser.ConfirmRevisionAsync(roundId, post.Number, post.Preview)));
        Assert.All(answers, answer => Assert.True(answer.Code is 302 or 409, $"{answer.Code}"));
        Assert.InRange(answers.Count(answer => answer.Code == 302), 1, 2);
        Assert.Equal(2, await app.InDbAsync(db => db.PublishedGrades.CountAsync(grade => grade.Grade == Grade.A)));
        Assert.Equal(answers.Count(answer => answer.Code == 302), await app.InDbAsync(db => db.Objections.CountAsync(objection => objection.AnsweredAt != null)));
    }

    [Fact]
    public async Task A_confirmation_sent_five_times_changes_once()
    {
        var (roundId, _) = await ObjectedAsync();
        var preview = await _department.PreviewRevisionAsync(roundId, 1, Grade.B);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _department.ConfirmRevisionAsync(roundId, 1, preview)));
        Assert.All(answers, answer => Assert.Equal(302, answer.Code));
        Assert.Equal((2, 1), await app.InDbAsync(async db => (await db.GradeChanges.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.ObjectionAnswered)))));
    }

    [Fact]
    public async Task A_final_grade_is_corrected_by_an_entry_of_its_own_and_every_page_and_next_year_follow()
    {
        var roundId = await FinalAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var rows = await app.InDbAsync(db => db.AuditEntries.CountAsync());
        Assert.Equal(302, (await _department.CorrectAsync(roundId, own, Grade.C)).Code);
        Assert.Equal(rows + 1, await app.InDbAsync(db => db.AuditEntries.CountAsync()));
        var kept = await app.InDbAsync(db => db.PublishedGrades.AsNoTracking().SingleAsync(grade => grade.ParticipantId == own));
        Assert.Equal((Grade.A, Grade.C), (kept.Grade, kept.CorrectedTo));
        Assert.Equal(Grade.C, await PastAsync(World.Own));

        foreach (var (actor, address) in new[] { (Actor.Secretary, $"/results/{own}"), (Actor.Department, $"/rounds/{roundId}/grades/{own}") })
        {
            var page = await (await _world.AsAsync(actor)).GetPageAsync(address);
            Assert.Contains("为什么是 C", page.Text);
            Assert.Contains("更正：A→C（校党字〔2012〕30 号）", page.Text);
        }

        Assert.Contains("更正：A→C", (await (await _world.AsAsync(Actor.Secretary)).GetPageAsync("/results")).Text);
        Assert.Contains("票数录入有误", (await _department.GetPageAsync($"/rounds/{roundId}/publication")).Text);
        var sheet = await app.InDbAsync(async db => await db.SheetAsync(await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId), CancellationToken.None));
        Assert.Equal(Grade.C, sheet.Rows.Single(row => row.Participant.Id == own).Result.Grade);
        var round = sheet.Round;
        Assert.Contains(await app.InDbAsync(db => db.RectificationAsync(round, null, false, CancellationToken.None)), row => row.Participant.Id == own);
        Assert.DoesNotContain(await app.InDbAsync(db => db.RecommendableAsync(round, CancellationToken.None)), row => row.Branch == World.Own);

        // Nobody moved up into the place; next year goes by the corrected grade.
        Assert.Equal("C A B", await GradesAsync(roundId));
        var next = await _world.GradeAsync(2013, null, (World.Own, 97));
        Assert.Equal(Grade.B, await _world.GradeOfAsync(next, World.Own));
    }

    [Fact]
    public async Task A_correction_breaks_no_rule()
    {
        await _world.RememberAsync(2011, ("材料本科生支部", Grade.C));
        var roundId = await FinalAsync();
        var third = await _world.ParticipantAsync(roundId, Third);
        var refused = await _department.CorrectAsync(roundId, third, Grade.A);
        Assert.Equal(409, refused.Code);
        Assert.Contains("名额是 2 个，已决定的 A 级有 3 个", refused.Text);
        Assert.Contains("票数录入有误", refused.Html);
        var skipped = await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, "材料本科生支部"), Grade.A);
        Assert.Contains("不能越级评为 A；公示以后不能再登记越级特批", skipped.Text);
        Assert.DoesNotContain("先登记特批", skipped.Text);
        Assert.DoesNotContain("。。", (await _department.CorrectAsync(roundId, third, Grade.B)).Text);

        // A place that a correction sets free can be given by another.
        Assert.Equal(302, (await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Own), Grade.B)).Code);
        Assert.Equal(302, (await _department.CorrectAsync(roundId, third, Grade.A)).Code);
        Assert.Equal("B A A", await GradesAsync(roundId));
        Assert.Equal(409, (await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Own), Grade.A)).Code);
    }

    [Fact]
    public async Task Two_corrections_for_one_place_take_it_once()
    {
        var roundId = await FinalAsync();
        await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Own), Grade.B);
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var posts = new List<(HttpClient Browser, List<KeyValuePair<string, string>> Fields)>();
        foreach (var (name, browser) in new[] { (Third, _department), ("材料退休支部", second), ("材料硕士生支部", _department), ("材料本科生支部", second) })
        {
            var id = await _world.ParticipantAsync(roundId, name);
            posts.Add((browser, await browser.FillInAsync($"/rounds/{roundId}/corrections/new?branch={id}", $"/rounds/{roundId}/corrections", ("Grade", Grade.A), ("Reason", "更正"), ("DocumentNumber", "31 号"))));
        }

        var answers = await Task.WhenAll(posts.Select(post => post.Browser.SendAsync($"/rounds/{roundId}/corrections", post.Fields)));
        Assert.Equal([302, 409, 409, 409], answers.Select(answer => answer.Code).Order());
        Assert.All(answers.Where(answer => answer.Code == 409), answer => Assert.Contains("名额是 2 个", answer.Text));
        Assert.Equal(2, await app.InDbAsync(db => db.PublishedGrades.CountAsync(grade => (grade.CorrectedTo ?? grade.Grade) == Grade.A)));
    }

    [Fact]
    public async Task Two_who_correct_one_branch_do_not_correct_past_one_another()
    {
        var roundId = await FinalAsync();
        var address = $"/rounds/{roundId}/corrections";
        var page = $"{address}/new?branch={await _world.ParticipantAsync(roundId, World.Own)}";
        var stale = await _department.FillInAsync(page, address, ("Grade", Grade.D), ("Reason", "第二个"), ("DocumentNumber", "31 号"));
        Assert.Equal(302, (await (await _world.AsAsync(Actor.SecondDepartment)).CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Own), Grade.C)).Code);
        var answer = await _department.SendAsync(address, stale);
        Assert.Equal(409, answer.Code);
        Assert.Contains("已被更正为 C", answer.Text);
        Assert.Contains("第二个", answer.Html);
    }

    [Fact]
    public async Task A_correction_that_breaks_a_decision_of_the_next_round_is_refused()
    {
        var roundId = await FinalAsync();
        var next = await _world.GradeAsync(2013, null, (World.Own, 97));
        var decision = await _department.DecideAsync(await _world.ParticipantAsync(next, World.Own), Grade.A);
        Assert.Equal(302, decision.Code);
        var refused = await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Own), Grade.C);
        Assert.Equal(409, refused.Code);
        Assert.Contains("正在评定的 2013 年度里", refused.Text);
        Assert.Equal(Grade.A, await PastAsync(World.Own));
        Assert.Equal(302, (await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Own), Grade.B)).Code);
    }

    [Fact]
    public async Task Before_it_is_final_a_round_has_no_corrections()
    {
        var roundId = await _world.PublishAsync();
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{roundId}/corrections")).Code);
        Assert.Equal(404, (await _department.SendAsync($"/rounds/{roundId}/corrections", await _department.TokensAsync())).Code);
    }

    /// <summary>A published round in which the secretary of another unit has objected to the first branch; received and checked.</summary>
    private async Task<(int Round, int Own)> ObjectedAsync()
    {
        var roundId = await _world.PublishAsync(2012, null, ThreeForTwo);
        var own = await _world.ParticipantAsync(roundId, World.Own);
        await (await _world.AsAsync(Actor.OtherSecretary)).ObjectAsync(roundId, own);
        await _department.PrepareAnswerAsync(roundId, 1);
        return (roundId, own);
    }

    private async Task<int> FinalAsync()
    {
        var roundId = await _world.PublishAsync(2012, new RoundRules { PublicityDays = 0 }, ThreeForTwo);
        await app.InDbAsync(db => db.MakeFinalAsync(roundId));
        return roundId;
    }

    private async Task<string> GradesAsync(int roundId)
    {
        var publication = await app.InDbAsync(db => db.Publications.Where(row => row.RoundId == roundId).Select(row => row.Id).SingleAsync());
        var grades = await app.InDbAsync(db => db.NamedGradesAsync(publication, CancellationToken.None));
        return string.Join(' ', new[] { World.Own, World.Foreign, Third }.Select(name => grades.Single(row => row.Branch == name).Grade));
    }

    private Task<Grade> PastAsync(string branch) => app.InDbAsync(db => db.PastGrades.Where(grade => grade.Branch.Name == branch && grade.Year == 2012).Select(grade => grade.Grade).SingleAsync());

    [Fact]
    public async Task A_round_does_not_become_final_where_that_would_break_a_later_one_that_is_open()
    {
        await _world.RememberAsync(2010, (World.Own, Grade.B));
        var published = await _world.PublishAsync(2011, new RoundRules { PublicityDays = 0 }, (World.Own, 70), (World.Foreign, 95));
        var later = await _world.GradeAsync(2012, null, (World.Own, 96));
        Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(later, World.Own), Grade.A)).Code);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => app.InDbAsync(db => db.MakeFinalAsync(published)));
        Assert.Contains("正在评定的 2012 年度里", refused.Message, StringComparison.Ordinal);
        Assert.Null(await app.InDbAsync(db => db.Publications.Select(row => row.FinalAt).SingleAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.PastGrades.CountAsync()));
    }
}
