using System.Globalization;
using System.Text;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Mail;

/// <summary>What acts and the background write: to whom, until when, where to; and nothing that a mail must not tell.</summary>
public sealed class MailWritingTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Reason = "数字对不上";

    private World _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        await app.GiveAddressesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("「整改」还没有完成，截止时间：{截止}。\n请办理。", "「整改」还没有完成。\n请办理。")]
    [InlineData("请修改。截止时间：{截止}。{说明}", "请修改。")]
    [InlineData("已经开始公示，公示到{截止}。请查看。", "已经开始公示。请查看。")]
    [InlineData("第一行\n{截止}前完成，谢谢。", "第一行\n谢谢。")]
    public void Where_there_is_no_deadline_the_half_sentence_about_it_is_left_out(string body, string read) => Assert.Equal(
        read, new MailWording(new MailText("催办", body), true, "江州大学", "组织部", null).For(new MailRecipient(null, "王", null), new MailValues { Matter = "整改" }).Body);

    [Theory]
    [InlineData(OutboxMail.RecipientMaxLength - 2)]
    [InlineData(OutboxMail.RecipientMaxLength - 1)]
    public void A_rare_character_is_not_cut_in_two(int before)
    {
        var name = new OutboxMail(MailKind.Test, "key", new MailRecipient(null, new string('王', before) + "𠮷𠮷", "a@example.edu.cn"), new MailText("", ""), WebApp.Start.UtcDateTime).RecipientName;
        Assert.InRange(name.Length, 1, OutboxMail.RecipientMaxLength);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
        Assert.EndsWith("…", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_given_back_is_told_to_its_officers_whole_or_by_branch()
    {
        var (round, page) = await ReportedAsync();
        var department = await _world.AsAsync(Actor.Department);
        var own = await _world.ParticipantAsync(round, World.Own);
        Assert.Equal(302, (await department.PostFormAsync($"{page}/return", $"{page}/return", ("ParticipantId", own), ("Reason", Reason))).Code);
        Assert.Equal(302, (await department.PostFormAsync($"{page}/return", $"{page}/return", ("Reason", Reason))).Code);
        var mails = await app.MailsAsync();
        Assert.Equal(["已退回，请修改：2012 年度初评意见报告（材料教工支部）", "已退回，请修改：2012 年度初评意见报告"], mails.Select(mail => mail.Subject));
        Assert.All(mails, mail =>
        {
            Assert.Equal((MailKind.Returned, "组织员1"), (mail.Kind, mail.RecipientName));
            Assert.Contains($"{Mailing.PublicAddress}{page}", mail.Body, StringComparison.Ordinal);
            Assert.Contains("4月8日 星期日 24:00", mail.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_plan_and_a_hand_in_sent_back_are_told_without_the_reason()
    {
        var round = await _world.GradeAsync();
        await PlanReturnedAsync(await _world.ParticipantAsync(round, World.Own));
        await HandInReturnedAsync(round);
        var mails = (await app.MailsAsync()).FindAll(mail => mail.Kind == MailKind.Returned);
        Assert.Equal(["材料书记", "组织员1"], mails.Select(mail => mail.RecipientName));
        Assert.Equal(["已退回，请修改：2012 年度整改提升计划", "已退回，请修改：2012 年度附表4、附表5（第 1 版）"], mails.Select(mail => mail.Subject));
        Assert.Contains("4月9日 星期一 11:00", mails[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forms_go_to_the_departments_address_alone_with_both_files()
    {
        await using var server = await MailServer.StartAsync();
        await app.SaveAsync(async db => (await db.Settings.SingleAsync()).DepartmentMail = "zzb@example.edu.cn");
        var officer = await _world.AsAsync(Actor.Officer);
        var address = HandInAddress(await _world.GradeAsync());
        Assert.Contains("还没有设置发信服务器", (await officer.GetPageAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await officer.PostFormAsync(address, address)).Code);
        Assert.Null(await app.SendMailsAsync(server.Options));
        var taken = Assert.Single(server.Mails);
        Assert.Equal(["zzb@example.edu.cn"], taken.To);
        var names = await app.InDbAsync(db => db.Set<Domain.HandIns.HandInFile>().OrderBy(file => file.Id).Select(file => file.FileName).ToListAsync());
        Assert.Equal(2, names.Count);
        Assert.Equal(names, taken.Files);
        Assert.Contains("附表4、附表5", taken.Subject, StringComparison.Ordinal);
        Assert.Contains($"{Mailing.PublicAddress}{address}", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_or_with_the_kind_switched_off_forms_are_handed_in_and_no_mail_promised()
    {
        var officer = await _world.AsAsync(Actor.Officer);
        var address = HandInAddress(await _world.GradeAsync());
        await app.SaveAsync(async db => (await db.Settings.SingleAsync()).DepartmentMail = null);
        Assert.Contains("这次不发邮件", (await officer.GetPageAsync(address)).Text, StringComparison.Ordinal);
        await app.SaveAsync(async db => (await db.Settings.SingleAsync()).DepartmentMail = "zzb@example.edu.cn");
        Assert.Contains("同时发到党委组织部的邮箱", (await officer.GetPageAsync(address)).Text, StringComparison.Ordinal);
        await app.SaveAsync(db => Task.FromResult(db.Add(new MailTemplate { Kind = MailKind.HandIn, IsOn = false })));
        Assert.Contains("这次不发邮件", (await officer.GetPageAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await officer.PostFormAsync(address, address)).Code);
        Assert.Empty(await app.MailsAsync());
    }

    [Fact]
    public async Task A_committee_that_has_longer_to_hand_in_is_not_called_late()
    {
        var round = await _world.GradeAsync();
        var deadline = new DateTime(2012, 4, 9, 3, 0, 0, DateTimeKind.Utc);
        await app.SaveAsync(db => Task.FromResult(db.Add(new DeadlineExtension(
            round, _world.Committee(World.Materials), null, DeadlineKind.HandIn, deadline.AddDays(2), "组织员住院", "部长", WebApp.Start.UtcDateTime))));
        app.Clock.AdjustTime(new DateTimeOffset(deadline, TimeSpan.Zero));
        await app.RemindAsync();
        var late = await HandInMailsAsync(MailKind.Overdue);
        Assert.Equal(["图书馆书记", "组织员2"], late.Select(mail => mail.RecipientName).Order(StringComparer.Ordinal));
        var ahead = Assert.Single(await HandInMailsAsync(MailKind.DeadlineAhead));
        Assert.Equal("组织员1", ahead.RecipientName);
        Assert.Contains("4月11日 星期三 11:00", ahead.Body, StringComparison.Ordinal);
        Assert.Contains($"{Mailing.PublicAddress}/rounds/{round}/hand-ins/{_world.Committee(World.Materials)}", ahead.Body, StringComparison.Ordinal);

        app.Clock.AdjustTime(new DateTimeOffset(deadline.AddDays(2), TimeSpan.Zero));
        await app.RemindAsync();
        Assert.Contains(await HandInMailsAsync(MailKind.Overdue), mail => mail.RecipientName == "组织员1");
    }

    [Fact]
    public async Task Whose_forms_were_sent_back_is_reminded_before_the_deadline_and_never_called_late()
    {
        await HandInReturnedAsync(await _world.GradeAsync());
        app.Clock.AdjustTime(new DateTimeOffset(2012, 4, 8, 3, 0, 0, TimeSpan.Zero));
        await app.RemindAsync();
        Assert.Contains(await HandInMailsAsync(MailKind.DeadlineAhead), mail => mail.RecipientName == "组织员1");
        app.Clock.AdjustTime(new DateTimeOffset(2012, 4, 9, 3, 0, 0, TimeSpan.Zero));
        await app.RemindAsync();
        Assert.DoesNotContain(await HandInMailsAsync(MailKind.Overdue), mail => mail.RecipientName == "组织员1");
    }

    [Fact]
    public async Task The_background_and_the_page_of_progress_remind_the_same_units_until_the_same_moment()
    {
        var (round, _) = await ReportedAsync();
        var own = await _world.ParticipantAsync(round, World.Own);
        // The department gave one branch back: its committee has until the grading is due.
        await app.SaveAsync(async db => (await db.Reports.Include(report => report.Returned).SingleAsync()).ReturnBranch(own, Reason, "部长", WebApp.Start.UtcDateTime));
        app.Clock.AdjustTime(new DateTimeOffset(2012, 4, 1, 16, 0, 0, TimeSpan.Zero));
        await app.RemindAsync();
        var listed = await app.InDbAsync(async db => (await db.PaceAsync(await db.Rounds.SingleAsync(row => row.Id == round), Viewer.Program, app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None)).Committees);
        var late = (await app.MailsAsync()).FindAll(mail => mail.Kind == MailKind.Overdue && mail.Subject.Contains("初评意见报告", StringComparison.Ordinal));
        Assert.Equal(listed.Where(row => row.Pace == Pace.Late).SelectMany(row => row.People).Select(person => person.Name).Order(StringComparer.Ordinal), late.Select(mail => mail.RecipientName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(late, mail => mail.RecipientName == "组织员1");
        Assert.All(late, mail => Assert.Contains($"{Mailing.PublicAddress}/rounds/{round}/reports/", mail.Body, StringComparison.Ordinal));
        Assert.Equal(new DateTime(2012, 4, 8, 16, 0, 0, DateTimeKind.Utc), listed.Single(row => row.CommitteeId == _world.Committee(World.Materials)).Deadline);
    }

    [Fact]
    public async Task A_branch_without_a_secretary_is_told_to_its_officers()
    {
        await _world.OpenAsync();
        await app.SaveAsync(async db => (await db.Terms.SingleAsync(term => term.BranchId == _world.Branch(World.Own) && term.Post == Domain.Organisation.Post.Secretary && term.To == null)).End(new DateOnly(2012, 3, 19)));
        app.Clock.AdjustTime(new DateTimeOffset(2012, 3, 24, 16, 0, 0, TimeSpan.Zero));
        await app.RemindAsync();
        var mail = (await app.MailsAsync()).Single(mail => mail.Body.Contains($"{World.Own}的「2012 年度支部自我评价」", StringComparison.Ordinal));
        Assert.Equal("组织员1", mail.RecipientName);
    }

    [Fact]
    public async Task Items_of_plans_are_told_before_and_after_their_day_and_a_quiet_plan_once_a_quarter()
    {
        var round = await _world.FinalAsync();
        var own = await _world.ParticipantAsync(round, World.Own);
        await _world.PlanAsync(own, isApproved: true);
        var due = new DateOnly(2012, 9, 30);

        // The plan began to run in March: the second quarter goes by in silence, its last days are the time to say so.
        Assert.Equal(0, await AtAsync(new DateOnly(2012, 5, 31)));
        Assert.Equal(1, await AtAsync(new DateOnly(2012, 6, 1)));
        Assert.Equal(0, await AtAsync(new DateOnly(2012, 6, 30)));
        var quiet = (await PlanMailsAsync())[^1];
        Assert.Equal("整改事项到期提醒：2012 年度整改提升计划的季度进展", quiet.Subject);
        Assert.Contains("6月30日 星期六", quiet.Body, StringComparison.Ordinal);
        Assert.Contains($"{Mailing.PublicAddress}/plans/{own}", quiet.Body, StringComparison.Ordinal);
        Assert.Equal(1, await AtAsync(new DateOnly(2012, 7, 1)));

        // What was reported of is not quiet, and the item has its own day.
        await app.SaveAsync(async db =>
        {
            var plan = await db.Plans.Include(row => row.Items).ThenInclude(item => item.Entries).Include(row => row.Returns).AsSplitQuery().SingleAsync();
            plan.Progress(plan.Items[0], 40, "开了三次会", roundIsFinal: true, "书记", app.Clock.GetUtcNow().UtcDateTime);
        });
        Assert.Equal(0, await AtAsync(due.AddDays(-3)));
        Assert.Equal(1, await AtAsync(due.AddDays(-2)));
        Assert.Equal(0, await AtAsync(due));
        Assert.Equal(1, await AtAsync(due.AddDays(1)));
        Assert.Contains("（已逾期）", (await PlanMailsAsync())[^1].Subject, StringComparison.Ordinal);
        Assert.Contains("9月30日 星期日", (await PlanMailsAsync())[^1].Body, StringComparison.Ordinal);
        Assert.Equal(0, await AtAsync(due.AddDays(2)));

        async Task<int> AtAsync(DateOnly day)
        {
            var before = (await PlanMailsAsync()).Count;
            app.Clock.AdjustTime(new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero));
            await app.RemindAsync();
            return (await PlanMailsAsync()).Count - before;
        }
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("")]
    public async Task The_background_writes_chinese_whatever_the_machine_speaks(string culture)
    {
        await _world.OpenAsync();
        app.Clock.AdjustTime(new DateTimeOffset(2012, 3, 24, 16, 0, 0, TimeSpan.Zero));
        await ForeignAsync(() => app.RemindAsync());
        var mails = await app.MailsAsync();
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.Contains("3月25日 星期日 24:00", mail.Subject, StringComparison.Ordinal));

        Task<int> ForeignAsync(Func<Task<int>> act) => Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return act();
        });
    }

    [Fact]
    public async Task No_mail_tells_a_score_a_grade_or_a_reason_and_every_link_begins_with_the_schools_address()
    {
        await app.SaveAsync(async db => (await db.Settings.SingleAsync()).DepartmentMail = "zzb@example.edu.cn");
        // Reminders of every kind, by hand and by the background.
        var (round, page) = await ReportedAsync();
        var department = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await department.PostFormAsync($"/rounds/{round}/progress?by=committee", $"/rounds/{round}/reminders")).Code);
        await department.PostFormAsync($"{page}/return", $"{page}/return", ("Reason", Reason));
        await HandInReturnedAsync(round, World.Computing, Actor.OtherOfficer);
        var own = await _world.ParticipantAsync(round, World.Own);
        await PlanReturnedAsync(own);
        foreach (var moment in new[] { new DateTime(2012, 4, 1), new DateTime(2012, 4, 8), new DateTime(2012, 4, 10) })
        {
            app.Clock.AdjustTime(new DateTimeOffset(moment, TimeSpan.Zero));
            await app.RemindAsync();
        }

        await app.SaveAsync(async db => (await db.Reports.SingleAsync()).Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", WebApp.Start.UtcDateTime));
        await _world.PublishGradesAsync(round);
        var fine = await _world.ParticipantAsync(round, World.Foreign);
        await _world.PlanAsync(fine, isApproved: true);
        app.Clock.Advance(TimeSpan.FromDays(30));
        await _world.MakeFinalAsync(round);
        app.Clock.AdjustTime(new DateTimeOffset(2012, 10, 2, 1, 0, 0, TimeSpan.Zero));
        await app.RemindAsync();

        var mails = await app.MailsAsync();
        // Notices are somebody else's, a test is a template's preview; every other kind was written.
        Assert.Equal(Enum.GetValues<MailKind>().Except([MailKind.Bulletin, MailKind.Test]).Order(), mails.Select(mail => mail.Kind).Distinct().Order());
        Assert.All(mails, mail =>
        {
            var text = mail.Subject + mail.Body;
            Assert.DoesNotContain(Reason, text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[ABCD] ?级|等级|先进|较好|后进|[0-9]+\.[0-9]|分数|名次", text);
            Assert.Equal(1, text.Split("http").Length - 1);
            Assert.Contains($"办理地址：{Mailing.PublicAddress}/", mail.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("localhost", text, StringComparison.Ordinal);
        });
        Assert.Equal(mails.Count, mails.Select(mail => mail.Key).Distinct().Count());
    }

    /// <summary>A graded round whose one committee has reported, every branch with 83.27.</summary>
    private async Task<(int Round, string Page)> ReportedAsync()
    {
        var round = await _world.GradeAsync(2012, null, [.. World.BranchNames.Select(name => (name, 83.27m))]);
        await app.SaveAsync(db =>
        {
            var report = new CommitteeReport(round, _world.Committee(World.Materials));
            report.Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", WebApp.Start.UtcDateTime);
            db.Add(report);
            return Task.CompletedTask;
        });
        return (round, $"/rounds/{round}/reports/{_world.Committee(World.Materials)}");
    }

    private string HandInAddress(int round, string committee = World.Materials) => $"/rounds/{round}/hand-ins/{_world.Committee(committee)}";

    /// <summary>Forms that were handed in and sent back.</summary>
    private async Task HandInReturnedAsync(int round, string committee = World.Materials, Actor by = Actor.Officer)
    {
        var (officer, department, address) = (await _world.AsAsync(by), await _world.AsAsync(Actor.Department), HandInAddress(round, committee));
        Assert.Equal(302, (await officer.PostFormAsync(address, address)).Code);
        Assert.Equal(302, (await department.PostFormAsync(address, $"{address}/1/return", ("reason", Reason))).Code);
    }

    private async Task PlanReturnedAsync(int participant)
    {
        await _world.PlanAsync(participant, isSubmitted: true);
        Planning.AssertDone(await (await _world.AsAsync(Actor.Officer)).OnPlanAsync(participant, "/return", ("Comment", Reason)));
    }

    private async Task<List<OutboxMail>> HandInMailsAsync(MailKind kind) => (await app.MailsAsync()).FindAll(mail => mail.Kind == kind && mail.Subject.Contains("附表4", StringComparison.Ordinal));

    private async Task<List<OutboxMail>> PlanMailsAsync() => (await app.MailsAsync()).FindAll(mail => mail.Kind == MailKind.PlanDue);
}
