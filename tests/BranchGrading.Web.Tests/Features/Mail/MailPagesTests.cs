using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Mail;

/// <summary>What the department sees and does: the outbox and the wording of mails; and what is written by itself.</summary>
public sealed class MailPagesTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;

    private DateTime Now => app.Clock.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_outbox_says_that_nothing_is_sent_without_a_server_and_lets_a_mail_be_stopped_and_tried_again()
    {
        var id = await app.InDbAsync(async db =>
        {
            var mail = await db.AddMailAsync(MailKind.Overdue, "one", new MailRecipient(null, "李四", "lisi@example.edu.cn"), new MailValues { Unit = World.Own, Matter = "支部自评" }, Now);
            await db.SaveChangesAsync();
            return mail!.Id;
        });
        var page = await _department.GetPageAsync("/mails");
        Assert.Contains("还没有设置发信服务器", page.Text);
        Assert.Contains("已经逾期：支部自评", page.Text);
        Assert.Equal(302, (await _department.PostFormAsync("/mails", $"/mails/{id}/stop")).Code);
        Assert.Contains(OutboxMail.Stopped, (await _department.GetPageAsync("/mails?State=GivenUp")).Text);
        Assert.Equal(302, (await _department.PostFormAsync("/mails", $"/mails/{id}/tries")).Code);
        var mail = await app.InDbAsync(db => db.Mails.AsNoTracking().SingleAsync());
        Assert.Equal((null, null, 0), (mail.GivenUpAt, mail.LastError, mail.Tries));
        Assert.Contains("没有这样的邮件", (await _department.GetPageAsync("/mails?State=GivenUp")).Text);
        Assert.Equal(2, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.MailStopped) || entry.Event == nameof(AuditEvent.MailTriedAgain))));
    }

    [Fact]
    public async Task A_template_is_previewed_changed_switched_off_and_brought_back()
    {
        const string Address = "/mail-templates/Returned";
        Assert.Equal(400, (await _department.PostFormAsync(Address, Address, ("Body", "{分数}"))).Code);
        var preview = await _department.SendAsync($"{Address}/preview", await _department.FillInAsync(Address, Address, ("Subject", "请看{单位}")));
        Assert.Contains("请看材料学院教工第一党支部", preview.Text);
        Assert.Equal(0, await app.InDbAsync(db => db.MailTemplates.CountAsync()));

        Assert.Equal(302, (await _department.PostFormAsync(Address, Address, ("Subject", "自己的主题：{事项}"))).Code);
        var recipient = new MailRecipient(null, "李四", "lisi@example.edu.cn");
        Assert.Equal("自己的主题：自评", (await WriteAsync("a"))!.Subject);
        Assert.Equal(302, (await _department.PostFormAsync(Address, Address, ("IsOn", false))).Code);
        Assert.Null(await WriteAsync("b"));
        Assert.Equal(302, (await _department.PostFormAsync(Address, Address, ("IsOn", true))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(Address, $"{Address}/built-in")).Code);
        Assert.Equal("已退回，请修改：自评", (await WriteAsync("c"))!.Subject);

        Task<OutboxMail?> WriteAsync(string key) => app.InDbAsync(db => db.AddMailAsync(MailKind.Returned, key, recipient, new MailValues { Matter = "自评" }, Now));
    }

    [Fact]
    public async Task A_test_mail_goes_to_oneself_alone()
    {
        const string Address = "/mail-templates/Published";
        var refused = await _department.SendAsync($"{Address}/test", await _department.FillInAsync(Address, Address));
        Assert.Contains("您没有登记邮箱", refused.Text);
        await GiveAddressesAsync();
        Assert.Equal(302, (await _department.SendAsync($"{Address}/test", await _department.FillInAsync(Address, Address))).Code);
        var mail = await app.InDbAsync(db => db.Mails.AsNoTracking().SingleAsync());
        Assert.StartsWith("【测试】", mail.Subject);
        Assert.Equal(MailKind.Test, mail.Kind);
    }

    [Fact]
    public async Task A_returned_self_assessment_is_told_to_its_secretary_without_the_reason()
    {
        await GiveAddressesAsync();
        await app.SaveAsync(async db => (await db.Settings.SingleAsync()).PublicAddress = "https://djpj.example.edu.cn");
        var round = await _world.OpenAsync();
        var participant = await _world.ParticipantAsync(round, World.Own);
        await _world.SubmitAssessmentAsync(participant);
        var officer = await _world.AsAsync(Actor.Officer);
        var page = $"/assessments/{participant}/return";
        Assert.Equal(302, (await officer.PostFormAsync(page, page, ("Reason", "数字对不上"))).Code);
        var mail = await app.InDbAsync(db => db.Mails.AsNoTracking().SingleAsync());
        Assert.Equal(MailKind.Returned, mail.Kind);
        Assert.Contains(World.Own, mail.Body);
        Assert.Contains($"https://djpj.example.edu.cn/assessments/{participant}", mail.Body);
        Assert.DoesNotContain("数字对不上", mail.Body);
    }

    [Fact]
    public async Task Publication_is_told_once_to_everybody_without_grades()
    {
        await GiveAddressesAsync();
        await _world.PublishAsync();
        var mails = await app.InDbAsync(db => db.Mails.AsNoTracking().Where(mail => mail.Kind == MailKind.Published).ToListAsync());
        Assert.NotEmpty(mails);
        Assert.Equal(mails.Count, mails.Select(mail => mail.PersonId).Distinct().Count());
        Assert.All(mails, mail => Assert.DoesNotMatch("[ABCD] ?级|[0-9]{2}\\.[0-9]{2}", mail.Body));
    }

    [Fact]
    public async Task Who_is_missing_is_reminded_before_and_after_each_deadline_once()
    {
        await GiveAddressesAsync();
        var round = await _world.OpenAsync();
        var deadline = await app.InDbAsync(db => db.Rounds.Where(row => row.Id == round).Select(row => row.Deadlines.SelfAssessment).SingleAsync());
        await _world.SubmitAssessmentAsync(await _world.ParticipantAsync(round, World.Own));
        app.Clock.AdjustTime(new DateTimeOffset(deadline.AddDays(-2), TimeSpan.Zero));
        var first = await RemindAsync();
        Assert.Equal(0, await RemindAsync());
        Assert.True(first > 0);
        var ahead = await app.InDbAsync(db => db.Mails.AsNoTracking().Where(mail => mail.Kind == MailKind.DeadlineAhead).ToListAsync());
        Assert.DoesNotContain(ahead, mail => mail.Body.Contains($"{World.Own}的「2012 年度支部自评」", StringComparison.Ordinal));
        Assert.Contains(ahead, mail => mail.Body.Contains($"{World.Foreign}的「2012 年度支部自评」", StringComparison.Ordinal));

        app.Clock.AdjustTime(new DateTimeOffset(deadline.AddMilliseconds(-1), TimeSpan.Zero));
        await RemindAsync();
        Assert.Equal(0, await app.InDbAsync(db => db.Mails.CountAsync(mail => mail.Kind == MailKind.Overdue)));
        app.Clock.AdjustTime(new DateTimeOffset(deadline, TimeSpan.Zero));
        await RemindAsync();
        Assert.True(await app.InDbAsync(db => db.Mails.AnyAsync(mail => mail.Kind == MailKind.Overdue && mail.Body.Contains(World.Foreign))));
        Assert.Equal(0, await RemindAsync());
    }

    private Task<int> RemindAsync() => app.InDbAsync(async db =>
    {
        var written = await db.WriteRemindersAsync(Now, SchoolClock.DayOf, CancellationToken.None);
        await db.SaveChangesAsync();
        return written;
    });

    private Task GiveAddressesAsync() => app.SaveAsync(async db =>
    {
        foreach (var person in await db.People.ToListAsync())
            person.Edit(person.Name, person.StaffNumber, person.Phone, $"p{person.Id}@example.edu.cn");
    });
}
