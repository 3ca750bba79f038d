using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Deadlines;

/// <summary>The page after signing in: by when, what came back and why, what is new.</summary>
public sealed class MyPageTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Title = "上次登录以后";

    [Fact]
    public async Task A_secretary_reads_what_came_back_why_and_that_it_is_new()
    {
        var world = await World.OfAsync(app);
        var id = await world.ParticipantAsync(await world.OpenAsync(), World.Own);
        Assert.DoesNotContain(Title, (await (await world.AsAsync(Actor.Secretary)).GetPageAsync("/")).Text);
        await world.SubmitAssessmentAsync(id);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.SaveAsync(async db => (await db.SelfAssessments.Include(row => row.Submissions).SingleAsync(row => row.ParticipantId == id)).Return("总结太短", [], "组织员1", app.Clock.GetUtcNow().UtcDateTime));
        app.Clock.Advance(TimeSpan.FromHours(1));
        var page = await (await world.SignInAsync(World.UserName(Actor.Secretary))).GetPageAsync("/");
        Assert.Contains("总结太短", page.Text);
        Assert.Contains($"{World.Own}的自我评价退回修改", NewsOf(page));

        // At the next visit it is no news any more, but still to be done.
        app.Clock.Advance(TimeSpan.FromHours(1));
        var later = await (await world.SignInAsync(World.UserName(Actor.Secretary))).GetPageAsync("/");
        Assert.Contains("没有新的事", NewsOf(later));
        Assert.Contains("总结太短", later.Text);
    }

    [Fact]
    public async Task An_officer_reads_the_extended_deadline_and_what_was_handed_in()
    {
        var world = await World.OfAsync(app);
        var round = await world.OpenAsync();
        await world.SignInAsync(World.UserName(Actor.Officer));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await world.SubmitAssessmentAsync(await world.ParticipantAsync(round, World.Own));
        await world.SubmitAssessmentAsync(await world.ParticipantAsync(round, World.Foreign));
        await app.SaveAsync(db => Task.FromResult(db.Add(new DeadlineExtension(round, world.Committee(World.Materials), null, DeadlineKind.Report, new DateTime(2012, 4, 3, 3, 0, 0, DateTimeKind.Utc), "换届", "部长", app.Clock.GetUtcNow().UtcDateTime))));
        app.Clock.Advance(TimeSpan.FromHours(1));
        var page = await (await world.SignInAsync(World.UserName(Actor.Officer))).GetPageAsync("/");
        Assert.Contains("4月3日 星期二 11:00 前，还有13天（已延期）", page.Text);
        Assert.Contains($"{World.Own}提交了自我评价", NewsOf(page));
        Assert.Contains("初评和上报截止延期了", NewsOf(page));
        Assert.DoesNotContain(World.Foreign, page.Text);
    }

    [Fact]
    public async Task The_department_reads_of_reports_and_the_inspector_of_who_has_not_handed_in()
    {
        var world = await World.OfAsync(app);
        var round = await world.GradeAsync();
        await world.SignInAsync(World.UserName(Actor.Department));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.SaveAsync(db =>
        {
            var report = new CommitteeReport(round, world.Committee(World.Materials));
            report.Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", app.Clock.GetUtcNow().UtcDateTime);
            db.Add(report);
            return Task.CompletedTask;
        });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var department = await (await world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync("/");
        Assert.Contains($"{World.Materials}上报了初评意见报告", NewsOf(department));
        Assert.Contains("4月1日 星期日 24:00 前，还有12天", department.Text);
        Assert.Contains("2 个没报", (await (await world.SignInAsync(World.UserName(Actor.Inspector))).GetPageAsync("/")).Text);
        foreach (var actor in new[] { Actor.Administrator, Actor.Auditor })
            Assert.DoesNotContain(Title, (await (await world.SignInAsync(World.UserName(actor))).GetPageAsync("/")).Text);
    }

    [Fact]
    public async Task Only_the_hand_in_is_put_off_after_publication_and_never_for_one_branch()
    {
        var world = await World.OfAsync(app);
        var round = await world.PublishAsync();
        var department = await world.AsAsync(Actor.Department);
        var (page, post) = ($"/rounds/{round}/extensions/new?committee={world.Committee(World.Materials)}", $"/rounds/{round}/extensions");
        var participant = await world.ParticipantAsync(round, World.Own);
        (string Name, object? Value)[] fields = [("Form.Day", new DateOnly(2012, 4, 11)), ("Form.Reason", "盖章的人出差")];
        Assert.Equal(400, (await department.PostFormAsync(page, post, [.. fields, ("Form.Kind", DeadlineKind.Report)])).Code);
        Assert.Equal(400, (await department.PostFormAsync(page, post, [.. fields, ("Form.Kind", DeadlineKind.HandIn), ("Form.ParticipantId", participant)])).Code);
        Assert.Equal(302, (await department.PostFormAsync(page, post, [.. fields, ("Form.Kind", DeadlineKind.HandIn)])).Code);
        Assert.Equal(DeadlineKind.HandIn, (await app.InDbAsync(db => db.Extensions.SingleAsync())).Kind);
        Assert.Contains("4月11日 星期三 24:00", (await (await world.AsAsync(Actor.Officer)).GetPageAsync("/deadlines?month=2012-04")).Text);
    }

    private static string NewsOf(Answer page) => page.Document.QuerySelector("[aria-labelledby=h-news]")!.TextContent;
}
