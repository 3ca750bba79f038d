using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

public sealed class PublicationTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_branch_that_lacks_something_blocks_the_publication_until_it_is_left_out()
    {
        var roundId = await _world.GradeAsync();
        await app.SaveAsync(async db => db.Remove(await db.Evaluations.FirstAsync(evaluation => evaluation.Participant.BranchName == World.Own && evaluation.Panel == Domain.Assessments.Panel.Masses)));
        var page = await _department.GetPageAsync($"/rounds/{roundId}/publication");
        Assert.Contains($"「{World.Own}」材料不全", page.Text);
        Assert.Null(page.Document.QuerySelector("form[action$=publication]"));
        var refused = await PostAnywayAsync(roundId);
        Assert.Equal(409, refused.Code);
        Assert.Contains("还不能公示", refused.Text);

        var exclusion = $"/rounds/{roundId}/exclusions/{_world.Branch(World.Own)}";
        await _department.PostFormAsync(exclusion, exclusion, ("Reason", "本年度停止活动"));
        await _department.WorkAsync(await _department.PublishAsync(roundId));
        Assert.Equal(9, await app.InDbAsync(db => db.PublishedGrades.CountAsync()));
    }

    [Fact]
    public async Task A_tie_blocks_the_publication_until_it_is_decided()
    {
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 97), (World.Foreign, 95), ("材料机关支部", 95));
        Assert.Contains("并列待定，请先决定等级", (await _department.GetPageAsync($"/rounds/{roundId}/publication")).Text);
        Assert.Equal(409, (await PostAnywayAsync(roundId)).Code);
        await _department.DecideAsync(await _world.ParticipantAsync(roundId, World.Foreign), Grade.A);
        await _department.DecideAsync(await _world.ParticipantAsync(roundId, "材料机关支部"), Grade.B);
        Assert.Contains("等级已公示", (await _department.WorkAsync(await _department.PublishAsync(roundId))).Html);
    }

    [Theory]
    [InlineData("2012-03-21", "12 号", "68400000", "会议日期还没有到")]
    [InlineData("2012-03-19", "12 号", "68400000", "不能早于本年度评定开始的 2012年3月20日")]
    [InlineData("", "12 号", "68400000", "请填写会议日期")]
    [InlineData("2012-03-20", "", "68400000", "请填写文号")]
    [InlineData("2012-03-20", "12 号", "", "请填写受理异议的电话")]
    public async Task The_meeting_and_where_objections_are_received_have_to_be_told(string day, string number, string telephone, string reason)
    {
        var roundId = await _world.GradeAsync();
        var answer = await _department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/publication", ("MeetingDate", day), ("DocumentNumber", number), ("Telephone", telephone));
        Assert.Equal(400, answer.Code);
        Assert.Contains(reason, answer.Text);
    }

    [Fact]
    public async Task Branch_and_committee_see_their_own_grade_and_only_after_the_publication()
    {
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96m), (World.Foreign, 71.23m));
        await app.SaveAsync(async db => (await db.SelfAssessments.SingleAsync(row => row.Participant.BranchName == World.Own)).ImportTotal(97.8m, "书记", WebApp.Start.UtcDateTime));
        var (own, foreign) = (await _world.ParticipantAsync(roundId, World.Own), await _world.ParticipantAsync(roundId, World.Foreign));
        var (secretary, officer, other) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer), await _world.AsAsync(Actor.OtherSecretary));
        foreach (var browser in new[] { secretary, officer })
        {
            Assert.Equal(404, (await browser.GetPageAsync($"/results/{own}")).Code);
            Assert.DoesNotContain("96.54", (await browser.GetPageAsync("/results")).Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("96.54", (await secretary.GetPageAsync("/")).Html, StringComparison.Ordinal);
        await _department.WorkAsync(await _department.PublishAsync(roundId));

        foreach (var browser in new[] { secretary, officer })
        {
            var result = await browser.GetPageAsync($"/results/{own}");
            Assert.Equal(200, result.Code);
            Assert.Contains("96.54", result.Text);
            Assert.Equal(404, (await browser.GetPageAsync($"/results/{foreign}")).Code);
            var list = await browser.GetPageAsync("/results");
            Assert.Contains(World.Own, list.Text);
            Assert.DoesNotContain("计算机", list.Text);
            Assert.DoesNotContain("71.23", list.Html, StringComparison.Ordinal);
        }

        Assert.Contains("71.23", (await other.GetPageAsync($"/results/{foreign}")).Text);
        Assert.Equal(404, (await other.GetPageAsync($"/results/{own}")).Code);
    }

    [Fact]
    public async Task Nothing_changes_a_published_grade()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.C));
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96), (World.Foreign, 95));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var preview = await _department.PreviewAsync(await _department.GetPageAsync($"/participants/{own}/decision"), ("Grade", Grade.C), ("Reason", "晚了"));
        var decision = preview.FillIn($"/rounds/{roundId}/decisions", "");
        var rules = await _department.FillInAsync($"/rounds/{roundId}/rules", $"/rounds/{roundId}/rules", ("CapPercent", 50), ("Reason", "晚了"));
        var deadlines = await _department.FillInAsync($"/rounds/{roundId}/deadlines", $"/rounds/{roundId}/deadlines", ("ReportDay", "2012-04-05"), ("Reason", "晚了"));
        var exclusion = await _department.FillInAsync($"/rounds/{roundId}/exclusions/{_world.Branch(World.Foreign)}", $"/rounds/{roundId}/exclusions/{_world.Branch(World.Foreign)}", ("Reason", "晚了"));
        var correction = await _department.FillInAsync($"/participants/{own}/edit", $"/participants/{own}/edit", ("BranchName", "晚了"), ("Reason", "晚了"));
        var waiver = await _department.FillInAsync($"/participants/{own}/waiver", $"/participants/{own}/waiver", ("ApprovedBy", "晚"), ("Reason", "晚"), ("DocumentNumber", "晚"));
        await _department.WorkAsync(await _department.PublishAsync(roundId));
        var before = await app.TablesAsync();

        foreach (var (address, fields) in new[]
        {
            ($"/rounds/{roundId}/decisions", decision), ($"/rounds/{roundId}/rules", rules), ($"/rounds/{roundId}/deadlines", deadlines),
            ($"/rounds/{roundId}/exclusions/{_world.Branch(World.Foreign)}", exclusion), ($"/participants/{own}/edit", correction), ($"/participants/{own}/waiver", waiver),
        })
            Assert.True((await _department.SendAsync(address, fields)).Code is 404 or 409, address);
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));

        // What is kept is shown, whatever the tables say afterwards.
        await app.SaveAsync(async db => (await db.PastGrades.SingleAsync()).Correct(Grade.A, null));
        var page = await _department.GetPageAsync($"/rounds/{roundId}/grades/{own}");
        Assert.Contains("上年度（2011年）C，最高评为B", page.Text);
    }

    [Fact]
    public async Task Two_who_publish_at_the_same_time_publish_once()
    {
        var roundId = await _world.GradeAsync();
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var posts = new List<(HttpClient Browser, List<KeyValuePair<string, string>> Fields)>();
        foreach (var browser in new[] { _department, second, _department })
            posts.Add((browser, await browser.FillInAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/publication", ("MeetingDate", "2012-03-20"), ("DocumentNumber", "12 号"), ("Telephone", "68400000"))));
        var answers = await Task.WhenAll(posts.Select(post => post.Browser.SendAsync($"/rounds/{roundId}/publication", post.Fields)));
        foreach (var (answer, post) in answers.Zip(posts).Where(pair => pair.First.Code == 302))
            await post.Browser.WorkAsync(answer);
        Assert.Equal((1, 10), await app.InDbAsync(async db => (await db.Publications.CountAsync(), await db.PublishedGrades.CountAsync())));
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.GradesPublished))));
    }

    [Fact]
    public async Task Grades_become_final_the_day_after_the_publicity_and_are_history_then()
    {
        await _world.RememberAsync(2012, (World.Foreign, Grade.D));
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96), (World.Foreign, 75));
        await _department.WorkAsync(await _department.PublishAsync(roundId));

        // Tuesday 20 March and five working days: until Tuesday 27 March.
        var page = await _department.GetPageAsync($"/rounds/{roundId}/publication");
        Assert.Contains("2012年3月27日", page.Text);
        app.Clock.Advance(new DateTimeOffset(2012, 3, 27, 15, 59, 59, TimeSpan.Zero) - app.Clock.GetUtcNow());
        _department = await _world.SignInAsync("department");
        var early = await _department.SendAsync($"/rounds/{roundId}/finalisation", await _department.TokensAsync());
        Assert.Equal(409, early.Code);
        Assert.Contains("次日起才能定级", early.Text);

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await _department.WorkAsync(await _department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/finalisation"));
        var past = await app.InDbAsync(db => db.PastGrades.AsNoTracking().Include(grade => grade.Branch).Where(grade => grade.Year == 2012).ToListAsync());
        Assert.Equal(10, past.Count);
        Assert.All(past, grade => Assert.Equal(roundId, grade.RoundId));
        Assert.Equal((Grade.A, Grade.C), (past.Single(grade => grade.Branch.Name == World.Own).Grade, past.Single(grade => grade.Branch.Name == World.Foreign).Grade));

        var before = await app.TablesAsync();
        Assert.Equal(409, (await Final(roundId)).Code is var code && code == 302 ? 409 : code);
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));

        // Next year's round goes by it: from C no further than B.
        var next = await _world.GradeAsync(2013, null, (World.Foreign, 97));
        Assert.Equal(Grade.B, await _world.GradeOfAsync(next, World.Foreign));

        async Task<Answer> Final(int id)
        {
            var answer = await _department.SendAsync($"/rounds/{id}/finalisation", await _department.TokensAsync());
            if (answer.Code == 302)
                Assert.Contains("已经定级", (await _department.WorkAsync(answer)).Text);
            return answer;
        }
    }

    [Fact]
    public async Task Without_publicity_grades_are_final_at_once()
    {
        var roundId = await _world.GradeAsync(2012, new RoundRules { PublicityDays = 0 });
        await _department.WorkAsync(await _department.PublishAsync(roundId));
        Assert.Contains("已定级", (await _department.WorkAsync(await _department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/finalisation"))).Html);
        Assert.Equal(10, await app.InDbAsync(db => db.PastGrades.CountAsync()));
    }

    [Fact]
    public async Task The_forms_of_a_committee_hold_the_school_s_grades_only_once_they_are_published()
    {
        var roundId = await _world.GradeAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        var address = $"/rounds/{roundId}/forms/summary/{_world.Committee(World.Materials)}";
        var before = await FileAsync();
        await _department.WorkAsync(await _department.PublishAsync(roundId));
        var after = await FileAsync();
        Assert.NotEqual(before.Length, after.Length);
        Assert.Equal(2, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.FormExported))));

        async Task<byte[]> FileAsync()
        {
            using var content = new FormUrlEncodedContent(await officer.FillInAsync($"/rounds/{roundId}/forms", address));
            var answer = await officer.PostAsync(new Uri(address, UriKind.Relative), content);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            return await answer.Content.ReadAsByteArrayAsync();
        }
    }

    private async Task<Answer> PostAnywayAsync(int roundId) => await _department.SendAsync($"/rounds/{roundId}/publication",
        [.. await _department.TokensAsync(), KeyValuePair.Create("Form.MeetingDate", "2012-03-20"), KeyValuePair.Create("Form.DocumentNumber", "12 号"), KeyValuePair.Create("Form.Telephone", "68400000")]);
}
