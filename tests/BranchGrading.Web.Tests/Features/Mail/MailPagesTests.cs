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
    public async Task A_stale_template_shows_both_texts_and_overwrites_nothing()
    {
        const string Address = "/mail-templates/Returned";
        var old = await _department.FillInAsync(Address, Address, ("Subject", "第二位的主题"), ("Body", "第二位的正文"));
        Assert.Equal(302, (await _department.PostFormAsync(Address, Address, ("Subject", "第一位的主题"), ("Body", "第一位的正文"))).Code);
        var stale = await _department.SendAsync(Address, old);
        Assert.Equal(409, stale.Code);
        foreach (var text in new[] { "第一位的主题", "第一位的正文", "第二位的主题", "第二位的正文" })
            Assert.Contains(text, stale.Html, StringComparison.Ordinal);
        Assert.Equal("第一位的主题", await app.InDbAsync(db => db.MailTemplates.Select(template => template.Subject).SingleAsync()));
        Assert.Equal(302, (await _department.SendAsync(Address, stale.FillIn(Address, Address))).Code);
        Assert.Equal("第二位的正文", await app.InDbAsync(db => db.MailTemplates.Select(template => template.Body).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_write_a_template_for_the_first_time_do_not_overwrite_each_other()
    {
        const string Address = "/mail-templates/Overdue";
        var (one, other) = (await _department.FillInAsync(Address, Address, ("Subject", "甲")), await _department.FillInAsync(Address, Address, ("Subject", "乙")));
        var codes = (await Task.WhenAll(_department.SendAsync(Address, one), _department.SendAsync(Address, other))).Select(answer => answer.Code).Order();
        Assert.Equal([302, 409], codes);
        Assert.Single(await app.InDbAsync(db => db.MailTemplates.ToListAsync()));
    }

    [Fact]
    public async Task A_template_takes_nothing_but_its_own_fields_and_a_kind_that_is_asked_for_is_never_off()
    {
        const string Address = "/mail-templates/Reminder";
        Assert.Equal(302, (await _department.PostFormAsync(Address, Address, ("Subject", "催：{事项}"), ("IsOn", false), ("Kind", "Published"), ("Id", "77"))).Code);
        var template = await app.InDbAsync(db => db.MailTemplates.AsNoTracking().SingleAsync());
        Assert.Equal((MailKind.Reminder, true, "催：{事项}"), (template.Kind, template.IsOn, template.Subject));
        Assert.NotEqual(77, template.Id);
        // A text that is ready goes past the switch: no kind with a switch is written so.
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => app.InDbAsync(db =>
            db.AddMailAsync(MailKind.Returned, "x", new MailRecipient(null, "李四", "lisi@example.edu.cn"), new MailText("退回", "请修改。"), Now)));
    }

    [Fact]
    public async Task Failed_mails_are_tried_again_together_but_for_those_that_somebody_must_ask_about()
    {
        await app.WriteMailsAsync("failed@example.edu.cn", "unclear@example.edu.cn", "stopped@example.edu.cn", "waiting@example.edu.cn");
        var person = await app.SaveAsync(db => Task.FromResult(db.Add(new Domain.Organisation.Person("新人", null, null, "new@example.edu.cn")).Entity));
        await app.InDbAsync(async db =>
        {
            await db.AddMailAsync(MailKind.Test, "rests", new MailRecipient(person.Id, "新人", null), new MailText("测试", "您好。"), Now);
            await db.SaveChangesAsync();
            foreach (var error in new[] { "对方服务器拒收。", OutboxMail.UnclearTwice })
                await db.MarkFailedAsync((await db.ClaimMailAsync(Now, CancellationToken.None))!, error, isFinal: true, Now, CancellationToken.None);
            await db.StopMailAsync(await db.Mails.Where(mail => mail.Address.StartsWith("stopped")).Select(mail => mail.Id).SingleAsync(), Now, CancellationToken.None);
        });
        var page = await _department.GetPageAsync("/mails?State=GivenUp");
        Assert.Contains("把没有发出的 1 封全部再试", page.Text, StringComparison.Ordinal);
        Assert.Contains("把没有发出的 2 封全部再试", (await _department.GetPageAsync("/mails")).Text, StringComparison.Ordinal);
        var done = await _department.FollowAsync(await _department.PostFormAsync("/mails", "/mails/tries?"));
        Assert.Contains("2 封已重新排队", done.Text, StringComparison.Ordinal);
        Assert.Contains("没有设置发信服务器，暂时不会发出", done.Text, StringComparison.Ordinal);
        var given = (await app.MailsAsync()).FindAll(mail => mail.GivenUpAt is not null);
        Assert.Equal(["unclear@example.edu.cn", "stopped@example.edu.cn"], given.Select(mail => mail.Address));
        Assert.Equal("new@example.edu.cn", (await app.MailsAsync())[^1].Address);
        Assert.DoesNotContain("全部再试", (await _department.GetPageAsync("/mails")).Text, StringComparison.Ordinal);
        Assert.Contains("没有可以一起再试的", (await _department.FollowAsync(await _department.SendAsync("/mails/tries", await _department.TokensAsync()))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_is_filtered_by_kind_and_text_turned_over_and_exported()
    {
        await app.WriteMailsAsync(Enumerable.Range(1, 55).Select(i => $"ok-{i}@example.edu.cn"));
        await app.InDbAsync(async db =>
        {
            await db.AddMailAsync(MailKind.Overdue, "one", new MailRecipient(null, "李四", "lisi@example.edu.cn"), new MailValues { Unit = World.Own, Matter = "支部自评" }, Now);
            await db.SaveChangesAsync();
        });
        Assert.Contains("共 56 封", (await _department.GetPageAsync("/mails")).Text, StringComparison.Ordinal);
        Assert.Equal(6, (await _department.GetPageAsync("/mails?page=2")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("共 1 封", (await _department.GetPageAsync("/mails?Kind=Overdue")).Text, StringComparison.Ordinal);
        Assert.Contains("共 1 封", (await _department.GetPageAsync("/mails?Text=李四")).Text, StringComparison.Ordinal);
        Assert.Contains("没有这样的邮件", (await _department.GetPageAsync("/mails?Kind=Overdue&State=Sent")).Text, StringComparison.Ordinal);
        using var content = new FormUrlEncodedContent(await _department.TokensAsync());
        using var answer = await _department.PostAsync(new Uri("/mails/export?Kind=Overdue", UriKind.Relative), content);
        using var workbook = new ClosedXML.Excel.XLWorkbook(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(2, workbook.Worksheets.First().RowsUsed().Count(row => !row.Cell(1).IsEmpty() && (row.Cell(3).GetString() is "李四" or "收件人")));
    }

    [Fact]
    public async Task A_test_mail_goes_to_oneself_alone()
    {
        const string Address = "/mail-templates/Published";
        var refused = await _department.SendAsync($"{Address}/test", await _department.FillInAsync(Address, Address));
        Assert.Contains("您没有登记邮箱", refused.Text);
        await app.GiveAddressesAsync();
        Assert.Equal(302, (await _department.SendAsync($"{Address}/test", await _department.FillInAsync(Address, Address))).Code);
        var mail = await app.InDbAsync(db => db.Mails.AsNoTracking().SingleAsync());
        Assert.StartsWith("【测试】", mail.Subject);
        Assert.Equal(MailKind.Test, mail.Kind);
    }

    [Fact]
    public async Task A_returned_self_assessment_is_told_to_its_secretary_without_the_reason()
    {
        await app.GiveAddressesAsync();
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
        await app.GiveAddressesAsync();
        await _world.PublishAsync();
        var mails = await app.InDbAsync(db => db.Mails.AsNoTracking().Where(mail => mail.Kind == MailKind.Published).ToListAsync());
        Assert.NotEmpty(mails);
        Assert.Equal(mails.Count, mails.Select(mail => mail.PersonId).Distinct().Count());
        Assert.All(mails, mail => Assert.DoesNotMatch("[ABCD] ?级|[0-9]{2}\\.[0-9]{2}", mail.Body));
    }

    [Fact]
    public async Task Who_is_missing_is_reminded_before_and_after_each_deadline_once()
    {
        await app.GiveAddressesAsync();
        var round = await _world.OpenAsync();
        var deadline = await app.InDbAsync(db => db.Rounds.Where(row => row.Id == round).Select(row => row.Deadlines.SelfAssessment).SingleAsync());
        await _world.SubmitAssessmentAsync(await _world.ParticipantAsync(round, World.Own));
        app.Clock.AdjustTime(new DateTimeOffset(deadline.AddDays(-2), TimeSpan.Zero));
        var first = await app.RemindAsync();
        Assert.Equal(0, await app.RemindAsync());
        Assert.True(first > 0);
        var ahead = await app.InDbAsync(db => db.Mails.AsNoTracking().Where(mail => mail.Kind == MailKind.DeadlineAhead).ToListAsync());
        Assert.DoesNotContain(ahead, mail => mail.Body.Contains($"{World.Own}的「2012 年度支部自评」", StringComparison.Ordinal));
        Assert.Contains(ahead, mail => mail.Body.Contains($"{World.Foreign}的「2012 年度支部自评」", StringComparison.Ordinal));

        app.Clock.AdjustTime(new DateTimeOffset(deadline.AddMilliseconds(-1), TimeSpan.Zero));
        await app.RemindAsync();
        Assert.Equal(0, await app.InDbAsync(db => db.Mails.CountAsync(mail => mail.Kind == MailKind.Overdue)));
        app.Clock.AdjustTime(new DateTimeOffset(deadline, TimeSpan.Zero));
        await app.RemindAsync();
        Assert.True(await app.InDbAsync(db => db.Mails.AnyAsync(mail => mail.Kind == MailKind.Overdue && mail.Body.Contains(World.Foreign))));
        Assert.Equal(0, await app.RemindAsync());
    }
}
