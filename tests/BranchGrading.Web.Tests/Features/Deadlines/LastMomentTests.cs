using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Tests.Features.Assessments;
using BranchGrading.Web.Tests.Features.Reviews;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Deadlines;

/// <summary>23:59:59.999 is in time, 00:00:00.000 is not: for every form of a stage, and whatever zone the server is in.</summary>
public sealed class LastMomentTests(WebApp app) : IClassFixture<WebApp>
{
    /// <summary>The fields of forms in which something is written.</summary>
    private static readonly string[] Typed = [".Note", ".Explanation", ".Content", ".Description"];

    public static TheoryData<string> Zones => ["UTC", "Asia/Shanghai", "America/New_York"];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Every_form_of_a_self_assessment_is_read_only_from_midnight_on(string zone)
    {
        var world = await World.OfAsync(app);
        var round = await world.OpenAsync();
        var id = await world.ParticipantAsync(round, World.Own);
        await world.FillAssessmentAsync(id);
        var papers = await world.PapersAsync(id);
        var item = papers.Self.Items.First(item => item.Method == Domain.Standards.ItemMethod.Points);
        var problem = papers.Self.Problems[0];
        var address = $"/assessments/{id}";
        await InZoneAsync(zone, papers.Deadlines.SelfAssessment, async midnight =>
        {
            var secretary = await world.SignInAsync(World.UserName(Actor.Secretary));
            (string Name, object? Value)[] text = [("Section", ReportSection.Direction), ("Content", "最后一刻"), ("Version", papers.Self.TextOf(ReportSection.Direction)!.Version)];
            Assert.Equal(200, (await secretary.DraftAsync($"{address}/drafts/texts", text)).Code);
            Assert.Contains("还有不到1分钟", (await secretary.GetPageAsync("/")).Text);
            var submission = await secretary.FillInAsync($"{address}/submission", $"{address}/submission");
            var forms = new List<(string Address, List<KeyValuePair<string, string>> Fields)>();
            foreach (var form in new[] { $"{address}/investigation", $"{address}/items/1", $"{address}/report", $"{address}/problems" })
                forms.Add((form, [.. (await secretary.FillInAsync(form, form)).Select(field => Typed.Any(name => field.Key.EndsWith(name, StringComparison.Ordinal)) ? KeyValuePair.Create(field.Key, field.Value + "迟了") : field)]));
            forms.Add(($"{address}/basics", await secretary.TokensAsync()));
            forms.Add(($"{address}/problems/{problem.Id}/removal", await secretary.TokensAsync()));
            midnight();

            var before = await app.TablesAsync("FormKeys");
            var drafts = new (string Name, (string Name, object? Value)[] Fields)[]
            {
                ("items", [("ItemId", item.Id), ("Points", "1"), ("Version", papers.Self.ScoreOf(item)!.Version)]),
                ("answers", [("Question", Question.Structure), ("Level", AnswerLevel.Yes), ("Version", papers.Self.AnswerTo(Question.Structure)!.Version)]),
                ("texts", text),
                ("problems", [("Id", problem.Id), ("Description", "迟了"), ("Version", problem.Version)]),
            };
            foreach (var (name, fields) in drafts)
                Assert.Equal((name, 409), (name, (await secretary.DraftAsync($"{address}/drafts/{name}", fields)).Code));
            foreach (var (form, fields) in forms)
                Assert.Equal((form, 409), (form, (await secretary.SendAsync(form, fields)).Code));
            Assert.Equal(409, (await secretary.SendAsync($"{address}/submission", submission)).Code);
            Assert.Empty(WebApp.Changed(before, await app.TablesAsync("FormKeys")));
            Assert.Contains("已经截止", (await secretary.GetPageAsync(address)).Text);
        });
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Every_form_of_a_review_and_the_report_are_read_only_from_midnight_on(string zone)
    {
        var world = await World.OfAsync(app);
        var round = await world.OpenAsync();
        var id = await world.ParticipantAsync(round, World.Own);
        await world.SubmitAssessmentAsync(id);
        var papers = await world.PapersAsync(id);
        var item = papers.Review.Items.First();
        var report = $"/rounds/{round}/reports/{world.Committee(World.Materials)}";
        await InZoneAsync(zone, papers.Deadlines.Report, async midnight =>
        {
            var officer = await world.SignInAsync(World.UserName(Actor.Officer));
            Assert.Equal(302, (await officer.CountAsync(id, Panel.Members)).Code);
            var ballots = await officer.FillInAsync($"/reviews/{id}/ballots", $"/reviews/{id}/ballots/masses", ("Issued", 20), ("Returned", 20), ("Valid", 20), ("Good", 20), ("FairlyGood", 0), ("Fair", 0), ("Poor", 0));
            var review = await officer.FillInAsync($"/reviews/{id}", $"/reviews/{id}");
            var drafted = await officer.FillInAsync(report, report);
            midnight();

            var before = await app.TablesAsync("FormKeys");
            Assert.Equal(409, (await officer.DraftAsync($"/reviews/{id}/drafts/items", ("ItemId", item.Id), ("Points", "1"))).Code);
            Assert.Equal(409, (await officer.DraftAsync($"/reviews/{id}/drafts/answers", ("Question", Question.Structure), ("Level", AnswerLevel.Yes))).Code);
            Assert.Equal(409, (await officer.DraftAsync($"/reviews/{id}/drafts/opinion", ("Opinion", "迟了"))).Code);
            Assert.Equal(409, (await officer.SendAsync($"/reviews/{id}/ballots/masses", ballots)).Code);
            Assert.Equal(409, (await officer.SendAsync($"/reviews/{id}", review)).Code);
            Assert.Equal(409, (await officer.SendAsync($"/reviews/{id}/completion", review)).Code);
            Assert.Equal(409, (await officer.SendAsync(report, drafted)).Code);
            Assert.Equal(409, (await officer.SendAsync(report + "/submission", drafted)).Code);
            Assert.Empty(WebApp.Changed(before, await app.TablesAsync("FormKeys")));
        });
    }

    /// <summary>In the last millisecond before a deadline, on a server of a zone; what it is given makes it midnight.</summary>
    private async Task InZoneAsync(string zone, DateTime deadline, Func<Action, Task> act)
    {
        try
        {
            app.Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
            app.Clock.AdjustTime(new DateTimeOffset(deadline).AddMilliseconds(-1));
            await act(() => app.Clock.AdjustTime(new DateTimeOffset(deadline)));
        }
        finally
        {
            app.Clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        }
    }
}
