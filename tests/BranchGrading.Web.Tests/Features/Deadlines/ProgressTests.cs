using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Deadlines;

/// <summary>Who has not started, is late or at risk, and how they are reminded.</summary>
public sealed class ProgressTests(WebApp app) : IClassFixture<WebApp>
{
    /// <summary>25 March 2012, 24:00 at the school.</summary>
    private static readonly DateTimeOffset SelfAssessment = new(2012, 3, 25, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_department_sees_who_has_not_started_is_at_risk_and_is_late()
    {
        var (world, round) = await OpenedAsync();
        await world.FillAssessmentAsync(await world.ParticipantAsync(round, World.Own));
        await world.SubmitAssessmentAsync(await world.ParticipantAsync(round, World.Foreign));
        var department = await world.AsAsync(Actor.Department);
        var address = $"/rounds/{round}/progress";
        Assert.Equal(["没完成 9", "没开始 8", "已完成 1", "全部 10"], Chips(await department.GetPageAsync(address)));

        // With two days left whoever has done less than half is at risk; who has filled in everything is not.
        department = await AtAsync(world, SelfAssessment - PaceRule.Near);
        Assert.Equal(["没完成 9", "没开始 8", "有风险 8", "已完成 1", "全部 10"], Chips(await department.GetPageAsync(address)));
        Assert.DoesNotContain(World.Own, Names(await department.GetPageAsync(address + "?show=AtRisk")));

        department = await AtAsync(world, SelfAssessment);
        var late = await department.GetPageAsync(address + "?show=Late");
        Assert.Equal(["没完成 9", "没开始 8", "已逾期 9", "已完成 1", "全部 10"], Chips(late));
        Assert.Contains("3月25日 星期日 24:00 已截止，刚刚截止", late.Text);
        Assert.Contains("没开始 8", (await department.GetPageAsync("/")).Text);
    }

    [Fact]
    public async Task An_extension_counts_and_filters_narrow_down()
    {
        var (world, round) = await OpenedAsync();
        var participant = await world.ParticipantAsync(round, World.Own);
        await app.SaveAsync(db => Task.FromResult(db.Add(new DeadlineExtension(round, world.Committee(World.Materials), participant, DeadlineKind.SelfAssessment, SelfAssessment.UtcDateTime.AddDays(1), "书记住院", "部长", WebApp.Start.UtcDateTime))));
        var department = await AtAsync(world, SelfAssessment);
        var own = await department.GetPageAsync($"/rounds/{round}/progress?committee={world.Committee(World.Materials)}");
        Assert.Equal(5, Names(own).Count);
        Assert.Contains("另有期限", own.Text);
        Assert.Equal(4, Names(await department.GetPageAsync($"/rounds/{round}/progress?show=Late&committee={world.Committee(World.Materials)}")).Count);
        Assert.Equal([World.Own], Names(await department.GetPageAsync($"/rounds/{round}/progress?q={Uri.EscapeDataString("材料教工")}")));
    }

    [Fact]
    public async Task Who_has_not_handed_in_the_forms_is_listed_and_reminded_by_itself_and_the_day_s_other_reminder_does_not_count()
    {
        var (world, round) = await OpenedAsync();
        var department = await world.AsAsync(Actor.Department);
        var (list, post) = ($"/rounds/{round}/progress?by=hand-in", $"/rounds/{round}/reminders");
        var page = await department.GetPageAsync(list);
        Assert.Equal(["没完成 3", "全部 3"], Chips(page));
        Assert.Contains("附表4、附表5报送", page.Text, StringComparison.Ordinal);
        await department.SendAsync(post, [.. await department.TokensAsync(), KeyValuePair.Create("by", "committee"), KeyValuePair.Create("only", $"{world.Committee(World.Materials)}")]);
        await department.SendAsync(post, [.. await department.TokensAsync(), KeyValuePair.Create("by", "hand-in"), KeyValuePair.Create("only", $"{world.Committee(World.Materials)}")]);
        var mails = await app.InDbAsync(db => db.Mails.Where(mail => mail.Key.StartsWith($"reminder-{round}-")).OrderBy(mail => mail.Id).ToListAsync());
        Assert.Equal(2, mails.Count);
        Assert.Equal(mails[0].RecipientName, mails[1].RecipientName);
        Assert.Contains("附表4、附表5报送", mails[1].Body, StringComparison.Ordinal);
        Assert.Contains("11:00", mails[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_sees_and_reminds_the_own_committee_alone()
    {
        var (world, round) = await OpenedAsync();
        var officer = await world.AsAsync(Actor.Officer);
        var page = await officer.GetPageAsync($"/rounds/{round}/progress?committee={world.Committee(World.Computing)}");
        Assert.Empty(Names(page));
        var post = $"/rounds/{round}/reminders";
        await officer.SendAsync(post, [.. await officer.TokensAsync(), KeyValuePair.Create("committee", $"{world.Committee(World.Computing)}")]);
        Assert.Empty(await MailsAsync());
        await officer.SendAsync(post, await officer.TokensAsync());
        Assert.Equal(5, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Who_leads_two_branches_is_reminded_of_each_once_a_day()
    {
        var (world, round) = await OpenedAsync();
        var (own, second) = (await world.ParticipantAsync(round, World.Own), await world.ParticipantAsync(round, World.Foreign));
        await app.SaveAsync(async db =>
        {
            var person = await db.People.SingleAsync(person => person.Name == "材料书记");
            (await db.Branches.Include(branch => branch.Terms).SingleAsync(branch => branch.Name == World.Foreign)).AppointSecretary(person, new DateOnly(2012, 1, 1), null, new DateOnly(2012, 3, 1));
        });
        var (department, post) = (await world.AsAsync(Actor.Department), $"/rounds/{round}/reminders");
        Task RemindAsync(int unit) => department.TokensAsync().ContinueWith(tokens => department.SendAsync(post, [.. tokens.Result, KeyValuePair.Create("only", $"{unit}")]), TaskScheduler.Default).Unwrap();
        await RemindAsync(own);
        await RemindAsync(own);
        Assert.Contains(World.Own, Assert.Single(await MailsAsync()).Body, StringComparison.Ordinal);
        await RemindAsync(second);
        Assert.Contains(World.Foreign, (await MailsAsync())[^1].Body, StringComparison.Ordinal);
        await department.PostFormAsync($"/rounds/{round}/progress", post);
        Assert.Equal(2, (await MailsAsync()).Count(mail => mail.RecipientName == "材料书记"));
    }

    [Fact]
    public async Task One_click_reminds_everybody_once_a_day_and_says_whom_no_mail_reaches()
    {
        var (world, round) = await OpenedAsync();
        await app.SaveAsync(async db =>
        {
            foreach (var person in await db.People.Where(person => person.Name == "材料书记").ToListAsync())
                person.Edit(person.Name, person.StaffNumber, person.Phone, "clsj@example.edu.cn");
        });
        await world.SubmitAssessmentAsync(await world.ParticipantAsync(round, World.Foreign));
        var department = await world.AsAsync(Actor.Department);
        var (page, post) = ($"/rounds/{round}/progress", $"/rounds/{round}/reminders");
        var first = await department.FollowAsync(await department.PostFormAsync(page, post));
        Assert.Contains("已写好 9 封催办邮件", first.Text);
        Assert.Contains("没有登记邮箱", first.Text);
        var mails = await MailsAsync();
        var own = mails.Single(mail => mail.RecipientName == "材料书记");
        Assert.Equal(("clsj@example.edu.cn", MailKind.Reminder), (own.Address, own.Kind));
        Assert.Contains(World.Own, own.Body, StringComparison.Ordinal);
        Assert.Contains("3月25日 星期日 24:00", own.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(mails, mail => mail.RecipientName == "计算机书记");

        var again = await department.FollowAsync(await department.PostFormAsync(page, post));
        Assert.Contains("9 人今天已经催过", again.Text);
        Assert.Equal(9, (await MailsAsync()).Count);
        Assert.Single(await app.InDbAsync(db => db.AuditEntries.Where(entry => entry.Event == nameof(AuditEvent.Reminded)).ToListAsync()));

        // The next day at the school begins at 16:00 UTC.
        department = await AtAsync(world, new DateTimeOffset(2012, 3, 20, 16, 0, 0, TimeSpan.Zero));
        await department.PostFormAsync(page, post);
        Assert.Equal(18, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task The_text_for_the_chat_names_units_and_time_and_no_score()
    {
        var (world, round) = await OpenedAsync();
        var department = await world.AsAsync(Actor.Department);
        var chat = (await department.GetPageAsync($"/rounds/{round}/progress")).Document.QuerySelector("#chat")!.TextContent;
        Assert.Contains("3月25日 星期日 24:00 前，还有5天", chat, StringComparison.Ordinal);
        Assert.Contains($"{World.Materials}：{World.Own}、", chat, StringComparison.Ordinal);
        var committees = (await department.GetPageAsync($"/rounds/{round}/progress?by=committee")).Document.QuerySelector("#chat")!.TextContent;
        Assert.Contains("4月1日 星期日 24:00 前", committees, StringComparison.Ordinal);
        Assert.DoesNotContain("分数", chat + committees, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committee_whose_report_came_back_is_late_again_and_the_list_is_exported()
    {
        var world = await World.OfAsync(app);
        var round = await world.GradeAsync();
        await app.SaveAsync(db =>
        {
            var report = new CommitteeReport(round, world.Committee(World.Materials));
            report.Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", WebApp.Start.UtcDateTime);
            db.Add(report);
            return Task.CompletedTask;
        });
        var department = await world.AsAsync(Actor.Department);
        var address = $"/rounds/{round}/progress?by=committee";
        Assert.Equal([World.Computing, World.Library], Names(await department.GetPageAsync(address)));
        await app.SaveAsync(async db => (await db.Reports.SingleAsync()).Return("重写意见", "部长", WebApp.Start.UtcDateTime));
        Assert.Equal([World.Materials, World.Computing, World.Library], Names(await department.GetPageAsync(address)));
        Assert.Equal([World.Materials], Names(await department.GetPageAsync(address + "&show=Returned")));
        var file = await department.SendAsync($"/rounds/{round}/progress/export", [.. await department.TokensAsync(), KeyValuePair.Create("by", "committee")]);
        Assert.Equal((200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (file.Code, file.Response.Content.Headers.ContentType!.MediaType));
    }

    private async Task<(World World, int Round)> OpenedAsync()
    {
        var world = await World.OfAsync(app);
        return (world, await world.OpenAsync());
    }

    /// <summary>To a later moment, where everybody has to sign in again.</summary>
    private Task<HttpClient> AtAsync(World world, DateTimeOffset moment)
    {
        app.Clock.AdjustTime(moment);
        return world.SignInAsync(World.UserName(Actor.Department));
    }

    private Task<List<OutboxMail>> MailsAsync() => app.InDbAsync(db => db.Mails.AsNoTracking().ToListAsync());

    private static List<string> Names(Answer page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];

    private static List<string> Chips(Answer page) => [.. page.Document.QuerySelectorAll(".filter-row .chip").Select(chip => chip.TextContent.Trim())];
}
