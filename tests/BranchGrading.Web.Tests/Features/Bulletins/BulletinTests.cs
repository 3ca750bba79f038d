using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Bulletins;

/// <summary>通知 and 典型经验, from the first draft to the last receipt.</summary>
public sealed class BulletinTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly Actor[] Readers =
        [Actor.Secretary, Actor.OtherSecretary, Actor.DirectSecretary, Actor.Officer, Actor.OtherOfficer, Actor.Department, Actor.SecondDepartment, Actor.Inspector];

    [Fact]
    public async Task A_notice_goes_from_draft_to_publication_to_withdrawal()
    {
        var world = await World.OfAsync(app);
        var department = await world.AsAsync(Actor.Department);
        var written = await department.PostFormAsync("/bulletins/new", "/bulletins", ("Title", "关于自评的通知"), ("Content", "第一段\n\n第二段 <b>"), ("NeedsReceipt", true));
        Assert.Equal(302, written.Code);
        var address = written.Location!;
        Assert.Contains("草稿", (await department.GetPageAsync(address)).Text);
        Assert.Equal([Actor.Department, Actor.SecondDepartment], await WhoReadsAsync(world, address));

        Assert.Contains("12 人", (await department.GetPageAsync(address + "/publication")).Text);
        await department.PostFormAsync(address + "/publication", address + "/publication");
        Assert.Equal(Readers, await WhoReadsAsync(world, address));
        var secretary = await world.AsAsync(Actor.Secretary);
        Assert.Contains("第二段 <b>", (await secretary.GetPageAsync(address)).Text);
        Assert.Contains("有 1 则通知等您确认", (await secretary.GetPageAsync("/")).Text);

        await department.PostFormAsync(address + "/withdrawal", address + "/withdrawal");
        Assert.Equal([Actor.Department, Actor.SecondDepartment], await WhoReadsAsync(world, address));
        Assert.DoesNotContain("等您确认", (await secretary.GetPageAsync("/")).Text);
        Assert.DoesNotContain("关于自评的通知", (await secretary.GetPageAsync("/bulletins")).Text);
        Assert.DoesNotContain("关于自评的通知", (await department.GetPageAsync("/bulletins")).Text);
        Assert.Contains("已撤回", (await department.GetPageAsync("/bulletins?show=Own")).Text);
        Assert.Equal(
            [AuditEvent.BulletinWritten, AuditEvent.BulletinPublished, AuditEvent.BulletinWithdrawn],
            (await EventsAsync()).Select(entry => Enum.Parse<AuditEvent>(entry.Event)));
    }

    [Fact]
    public async Task Only_those_of_its_roles_and_committees_find_it_and_the_school_always()
    {
        var world = await World.OfAsync(app);
        var materials = world.Committee(World.Materials);
        Assert.Equal([Actor.Secretary, Actor.Department, Actor.SecondDepartment, Actor.Inspector], await WhoReadsAsync(world, await PublishedAsync(null, [Roles.BranchSecretary], [materials])));
        Assert.Equal([Actor.Officer, Actor.Department, Actor.SecondDepartment, Actor.Inspector], await WhoReadsAsync(world, await PublishedAsync(null, [Roles.CommitteeOfficer], [materials])));
        Assert.Equal([Actor.DirectSecretary, Actor.Officer, Actor.OtherOfficer, Actor.Department, Actor.SecondDepartment, Actor.Inspector], await WhoReadsAsync(world, await PublishedAsync(null, [Roles.CommitteeOfficer], [])));
        Assert.Equal([Actor.Department, Actor.SecondDepartment, Actor.Inspector], await WhoReadsAsync(world, await PublishedAsync(null, [Roles.Inspector], [])));
        // A committee's own: its people, its writers whatever the roles, and the school's eyes.
        Assert.Equal([Actor.OtherSecretary, Actor.OtherOfficer, Actor.Department, Actor.SecondDepartment, Actor.Inspector], await WhoReadsAsync(world, await PublishedAsync(world.Committee(World.Computing), [Roles.BranchSecretary], [])));
        var list = await (await world.AsAsync(Actor.Secretary)).GetPageAsync("/bulletins");
        Assert.Single(list.Document.QuerySelectorAll(".data-table tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await world.AsAsync(Actor.Administrator)).GetPageAsync("/bulletins")).Status);
    }

    [Fact]
    public async Task Who_is_several_things_reads_what_is_for_any_of_them()
    {
        var world = await World.OfAsync(app);
        await app.SaveAsync(async db =>
        {
            var person = await db.People.SingleAsync(person => person.Name == "材料书记");
            (await db.Committees.Include(committee => committee.Terms).SingleAsync(committee => committee.Name == World.Computing)).AppointOrganiser(person, new DateOnly(2012, 1, 1));
            var account = await db.Users.Include(account => account.RoleLinks).SingleAsync(account => account.PersonId == person.Id);
            account.Grant(await db.Roles.Where(role => role.Name == Roles.CommitteeOfficer).Select(role => role.Id).SingleAsync());
        });
        var both = await world.SignInAsync(World.UserName(Actor.Secretary));
        foreach (var address in new[]
        {
            await PublishedAsync(world.Committee(World.Computing), [Roles.CommitteeOfficer], []), await PublishedAsync(world.Committee(World.Materials), [Roles.BranchSecretary], []),
        })
            Assert.Equal(200, (await both.GetPageAsync(address)).Code);
        Assert.Equal(404, (await both.GetPageAsync(await PublishedAsync(world.Committee(World.Materials), [Roles.CommitteeOfficer], []))).Code);
        Assert.Equal(404, (await both.GetPageAsync(await PublishedAsync(null, [Roles.BranchSecretary], [world.Committee(World.Computing)]))).Code);
    }

    [Fact]
    public async Task Whoever_leaves_office_reads_it_no_more()
    {
        var world = await World.OfAsync(app);
        var address = await PublishedAsync(null, [Roles.BranchSecretary], []);
        var secretary = await world.AsAsync(Actor.Secretary);
        Assert.Equal(200, (await secretary.GetPageAsync(address)).Code);
        await app.SaveAsync(async db =>
        {
            var term = await db.Terms.SingleAsync(term => term.Person.Name == "材料书记" && term.Post == Post.Secretary);
            db.Entry(term).Property(nameof(TermOfOffice.To)).CurrentValue = new DateOnly(2012, 3, 20);
        });
        Assert.Equal(404, (await secretary.GetPageAsync(address)).Code);
    }

    [Fact]
    public async Task A_committees_draft_is_its_officers_secret()
    {
        var world = await World.OfAsync(app);
        var written = await (await world.AsAsync(Actor.Officer)).PostFormAsync("/bulletins/new", "/bulletins", ("Title", "学院的通知"), ("Content", "内容"));
        Assert.Equal(302, written.Code);
        Assert.Equal([Actor.Officer], await WhoReadsAsync(world, written.Location!));
        foreach (var actor in Readers.Except([Actor.Officer]))
            Assert.DoesNotContain("学院的通知", (await (await world.AsAsync(actor)).GetPageAsync("/bulletins")).Text);
    }

    [Fact]
    public async Task An_officer_reaches_the_own_committee_alone_whatever_is_posted()
    {
        var world = await World.OfAsync(app);
        var officer = await world.AsAsync(Actor.Officer);
        var (own, foreign) = ($"{world.Committee(World.Materials)}", $"{world.Committee(World.Computing)}");
        (string Name, object? Value)[] typed = [("Title", "标题"), ("Content", "写了很久的内容")];
        foreach (var fields in new (string Name, object? Value)[][]
        {
            [("Form.Side", foreign)], [("Form.Side", "0")],
            [("Form.Committees", new[] { foreign })], [("Form.Committees", new[] { own, foreign }), ("Form.Scope", "Chosen")],
            [("Roles", new[] { Roles.Inspector })], [("Roles", new[] { Roles.BranchSecretary, Roles.OrganizationDepartment })], [("Roles", new[] { Roles.SystemAdministrator })],
        })
        {
            var refused = await officer.PostFormAsync("/bulletins/new", "/bulletins", [.. typed, .. fields]);
            Assert.Equal(400, refused.Code);
            Assert.Contains("写了很久的内容", refused.Html);
        }

        Assert.Equal(400, (await (await world.AsAsync(Actor.Department)).PostFormAsync("/bulletins/new", "/bulletins", [.. typed, ("Roles", new[] { Roles.SystemAdministrator })])).Code);
        Assert.Equal(400, (await (await world.AsAsync(Actor.Department)).PostFormAsync("/bulletins/new", "/bulletins", [.. typed, ("Form.Scope", "Chosen")])).Code);
        Assert.Equal(400, (await (await world.AsAsync(Actor.Department)).PostFormAsync("/bulletins/new", "/bulletins", [.. typed, ("Form.Scope", "Chosen"), ("Form.Committees", new[] { "99999" })])).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Bulletins.CountAsync()));

        // The side stays what it was when it was begun.
        var written = await officer.PostFormAsync("/bulletins/new", "/bulletins", typed);
        Assert.Equal(302, (await officer.PostFormAsync(written.Location + "/edit", written.Location!, ("Form.Side", "0"), ("Form.PublishedAt", "2012-03-20"), ("Form.WrittenBy", "别人"))).Code);
        var saved = await app.InDbAsync(db => db.Bulletins.Include(bulletin => bulletin.Targets).SingleAsync());
        Assert.Equal((world.Committee(World.Materials), true, "组织员1", 0), (saved.CommitteeId, saved.IsDraft, saved.WrittenBy, saved.Targets.Count));
    }

    [Fact]
    public async Task A_reader_confirms_once_and_the_writers_see_who_has_not()
    {
        var world = await World.OfAsync(app);
        var address = await PublishedAsync(world.Committee(World.Materials), [Roles.BranchSecretary], []);
        var secretary = await world.AsAsync(Actor.Secretary);
        var (first, second) = (await secretary.FillInAsync(address, address + "/receipt"), await secretary.FillInAsync(address, address + "/receipt"));
        Assert.Equal(302, (await secretary.SendAsync(address + "/receipt", first)).Code);
        Assert.Equal(302, (await secretary.SendAsync(address + "/receipt", second)).Code);
        Assert.Equal(1, await app.InDbAsync(db => db.Bulletins.SelectMany(bulletin => bulletin.Receipts).CountAsync()));
        Assert.Single(await EventsAsync());
        Assert.Contains("您已确认", (await secretary.GetPageAsync(address)).Text);
        Assert.DoesNotContain("等您确认", (await secretary.GetPageAsync("/")).Text);

        var officer = await world.AsAsync(Actor.Officer);
        var list = await officer.GetPageAsync(address + "/receipts");
        Assert.Contains("5 人里，1 人已确认", list.Text);
        Assert.Equal(4, Names(list).Count);
        Assert.Contains("材料学院党委：材料机关支部书记、材料本科生支部书记、材料硕士生支部书记、材料退休支部书记", list.Document.QuerySelector("#chat")!.TextContent);
        Assert.Equal(["材料书记"], Names(await officer.GetPageAsync(address + "/receipts?show=Confirmed")));
        var export = await officer.SendAsync(address + "/receipts/export", [.. await officer.TokensAsync(), KeyValuePair.Create("show", "All")]);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", export.Response.Content.Headers.ContentType!.MediaType);

        // Whoever only looks on has nothing to confirm.
        Assert.Equal(404, (await (await world.AsAsync(Actor.Inspector)).SendAsync(address + "/receipt", await (await world.AsAsync(Actor.Inspector)).TokensAsync())).Code);
        Assert.Equal(404, (await secretary.GetPageAsync(address + "/receipts")).Code);
    }

    [Fact]
    public async Task Nobody_confirms_a_text_they_have_not_seen()
    {
        var world = await World.OfAsync(app);
        var address = await PublishedAsync(null, [Roles.BranchSecretary], []);
        var secretary = await world.AsAsync(Actor.Secretary);
        var seen = await secretary.FillInAsync(address, address + "/receipt");
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var department = await world.AsAsync(Actor.Department);
        await department.PostFormAsync(address + "/edit", address, ("Content", "更正以后的内容"));
        var refused = await secretary.SendAsync(address + "/receipt", seen);
        Assert.Equal(409, refused.Code);
        Assert.Contains("更正以后的内容", refused.Text);
        Assert.Equal(302, (await secretary.SendAsync(address + "/receipt", refused.FillIn(address + "/receipt", address))).Code);

        // Asked again, they confirm again; the audit keeps both texts.
        await department.PostFormAsync(address + "/edit", address, ("Content", "再次更正"), ("AskAgain", true));
        Assert.Contains("我已阅读", (await secretary.GetPageAsync(address)).Text);
        var corrections = (await EventsAsync()).Where(entry => entry.Event == nameof(AuditEvent.BulletinCorrected)).ToList();
        Assert.Equal(2, corrections.Count);
        Assert.Contains("更正以后的内容", corrections[1].Changes);
        Assert.Contains("再次更正", corrections[1].Changes);
    }

    [Fact]
    public async Task Nobody_confirms_files_they_have_not_seen()
    {
        var world = await World.OfAsync(app);
        var address = await PublishedAsync(null, [Roles.BranchSecretary], []);
        var (secretary, department) = (await world.AsAsync(Actor.Secretary), await world.AsAsync(Actor.Department));
        var seen = await secretary.FillInAsync(address, address + "/receipt");
        await department.SendFilesAsync(address, address + "/files", [("日程.pdf", "%PDF-1.4"u8.ToArray())]);
        var refused = await secretary.SendAsync(address + "/receipt", seen);
        Assert.Equal(409, refused.Code);
        Assert.Contains("日程.pdf", refused.Text);
        seen = refused.FillIn(address + "/receipt", address);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var file = await app.InDbAsync(db => db.Attachments.Where(attachment => attachment.BulletinId != null).Select(attachment => attachment.Id).SingleAsync());
        await department.PostFormAsync(address, $"{address}/files/{file}/removal");
        Assert.Equal(409, (await secretary.SendAsync(address + "/receipt", seen)).Code);
    }

    [Fact]
    public async Task No_confirmation_of_the_earlier_text_outlives_being_asked_again()
    {
        var world = await World.OfAsync(app);
        var address = await PublishedAsync(null, [Roles.BranchSecretary], []);
        var department = await world.AsAsync(Actor.Department);
        var (secretary, other) = (await world.AsAsync(Actor.Secretary), await world.AsAsync(Actor.OtherSecretary));
        for (var turn = 0; turn < 6; turn++)
        {
            var readers = new[] { (Who: secretary, Form: await secretary.FillInAsync(address, address + "/receipt")), (Who: other, Form: await other.FillInAsync(address, address + "/receipt")) };
            var corrected = department.PostFormAsync(address + "/edit", address, ("Content", $"更正 {turn}"), ("AskAgain", true));
            await Task.WhenAll([corrected, .. readers.Select(reader => reader.Who.SendAsync(address + "/receipt", reader.Form))]);
            Assert.Equal(302, (await corrected).Code);
            Assert.Empty(await app.InDbAsync(db => db.Bulletins.SelectMany(bulletin => bulletin.Receipts).Select(receipt => receipt.By).ToListAsync()));
        }
    }

    [Fact]
    public async Task Whoever_is_asked_again_gets_a_mail_again_where_mails_are_wanted()
    {
        var world = await World.OfAsync(app);
        var department = await world.AsAsync(Actor.Department);
        var address = (await department.PostFormAsync("/bulletins/new", "/bulletins", ("Title", "标题"), ("Content", "内容"), ("NeedsReceipt", true))).Location!;
        await department.PostFormAsync(address + "/publication", address + "/publication", ("mailToo", true));
        var first = await app.InDbAsync(db => db.Mails.CountAsync());
        Assert.NotEqual(0, first);
        await department.PostFormAsync(address + "/edit", address, ("Content", "小改"), ("MailToo", true));
        Assert.Equal(first, await app.InDbAsync(db => db.Mails.CountAsync()));
        await department.PostFormAsync(address + "/edit", address, ("Content", "大改"), ("AskAgain", true), ("MailToo", true));
        Assert.Equal(2 * first, await app.InDbAsync(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task Two_who_edit_at_once_both_keep_what_they_wrote()
    {
        var world = await World.OfAsync(app);
        var department = await world.AsAsync(Actor.Department);
        var address = (await department.PostFormAsync("/bulletins/new", "/bulletins", ("Title", "标题"), ("Content", "最早的内容"))).Location!;
        var mine = await department.FillInAsync(address + "/edit", address, ("Content", "我写的内容"), ("Roles", new[] { Roles.Inspector }));
        await (await world.AsAsync(Actor.SecondDepartment)).PostFormAsync(address + "/edit", address, ("Content", "同事写的内容"));
        var stale = await department.SendAsync(address, mine);
        Assert.Equal(409, stale.Code);
        Assert.Contains("同事写的内容", stale.Text);
        Assert.Contains("我写的内容", stale.Text);
        Assert.Contains("组织员、支部书记", stale.Text);
        Assert.Equal("同事写的内容", await app.InDbAsync(db => db.Bulletins.Select(bulletin => bulletin.Content).SingleAsync()));
        Assert.Equal(302, (await department.SendAsync(address, stale.FillIn(address, address))).Code);
        var saved = await app.InDbAsync(db => db.Bulletins.SingleAsync());
        Assert.Equal(("我写的内容", Roles.Inspector), (saved.Content, saved.Roles));

        // Nor is a draft published, or deleted, that somebody changed after it was looked at.
        var (publish, delete) = (await department.FillInAsync(address + "/publication", address + "/publication"), await department.FillInAsync(address + "/removal", address + "/removal"));
        await (await world.AsAsync(Actor.SecondDepartment)).PostFormAsync(address + "/edit", address, ("Content", "又改了"));
        Assert.Equal(409, (await department.SendAsync(address + "/publication", publish)).Code);
        Assert.Equal(409, (await department.SendAsync(address + "/removal", delete)).Code);
        Assert.True(await app.InDbAsync(db => db.Bulletins.AnyAsync(bulletin => bulletin.PublishedAt == null)));
    }

    [Fact]
    public async Task Mails_reach_those_it_is_for_once_with_title_and_link_alone()
    {
        var world = await World.OfAsync(app);
        var department = await world.AsAsync(Actor.Department);
        var address = (await department.PostFormAsync("/bulletins/new", "/bulletins", ("Title", "开会"), ("Content", "机密的正文"), ("Roles", new[] { Roles.BranchSecretary, Roles.CommitteeOfficer, Roles.OrganizationDepartment }),
            ("Scope", "Chosen"), ("Committees", new[] { $"{world.Committee(World.Computing)}", $"{world.Committee(World.Library)}" }))).Location!;
        Assert.Empty(await MailsAsync());
        var done = await department.FollowAsync(await department.PostFormAsync(address + "/publication", address + "/publication", ("mailToo", true)));
        Assert.Contains("7 封邮件", done.Text);
        var mails = await MailsAsync();
        Assert.Equal(["副部长", "图书馆书记", "组织员2", "计算机书记", "计算机博士生支部书记", "计算机本科生支部书记", "计算机硕士生支部书记"], mails.Select(mail => mail.RecipientName).Order(StringComparer.Ordinal));
        Assert.All(mails, mail =>
        {
            Assert.Equal((MailKind.Bulletin, $"bulletin-{address.Split('/')[^1]}-{mail.PersonId}"), (mail.Kind, mail.Key));
            Assert.Contains("开会", mail.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain("机密的正文", mail.Subject + mail.Body, StringComparison.Ordinal);
        });

        // Widened later, only those who are new get one.
        await department.PostFormAsync(address + "/edit", address, ("Committees", new[] { $"{world.Committee(World.Materials)}", $"{world.Committee(World.Computing)}" }), ("MailToo", true));
        Assert.Equal(13, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task One_click_reminds_those_who_have_not_confirmed_once_a_day()
    {
        var world = await World.OfAsync(app);
        var address = await PublishedAsync(world.Committee(World.Materials), [Roles.BranchSecretary], []);
        await (await world.AsAsync(Actor.Secretary)).PostFormAsync(address, address + "/receipt");
        var officer = await world.AsAsync(Actor.Officer);
        Assert.Contains("已写好 4 封催办邮件", (await officer.FollowAsync(await officer.PostFormAsync(address + "/receipts", address + "/reminders"))).Text);
        Assert.Contains("4 人今天已经催过", (await officer.FollowAsync(await officer.PostFormAsync(address + "/receipts", address + "/reminders"))).Text);
        var mails = await MailsAsync();
        Assert.Equal(4, mails.Count);
        Assert.DoesNotContain(mails, mail => mail.RecipientName == "材料书记" || mail.Body.Contains("内容写在这里", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_follow_their_notice_and_stay_with_the_writers_once_taken_out()
    {
        var world = await World.OfAsync(app);
        var officer = await world.AsAsync(Actor.Officer);
        var address = (await officer.PostFormAsync("/bulletins/new", "/bulletins", ("Title", "标题"), ("Content", "内容"))).Location!;
        Assert.Equal(302, (await officer.SendFilesAsync(address, address + "/files", [("日程.pdf", "%PDF-1.4"u8.ToArray())])).Code);
        var refused = await officer.SendFilesAsync(address, address + "/files", [("坏.exe", [1, 2, 3])]);
        Assert.Equal(400, refused.Code);
        var file = $"/attachments/{await app.InDbAsync(db => db.Attachments.Select(attachment => attachment.Id).SingleAsync())}";
        Assert.Equal([Actor.Officer], await WhoReadsAsync(world, file));
        await officer.PostFormAsync(address + "/publication", address + "/publication");
        Assert.Equal([Actor.Secretary, Actor.Officer, Actor.Department, Actor.SecondDepartment, Actor.Inspector], await WhoReadsAsync(world, file));

        // A file of another bulletin is not removed through one's own.
        var foreign = (await (await world.AsAsync(Actor.OtherOfficer)).PostFormAsync("/bulletins/new", "/bulletins", ("Title", "标题"), ("Content", "内容"))).Location!;
        var other = await world.AsAsync(Actor.OtherOfficer);
        Assert.Equal(404, (await other.SendAsync($"{foreign}/files/{file.Split('/')[^1]}/removal", await other.TokensAsync())).Code);
        Assert.Equal(404, (await other.SendAsync($"{address}/files/{file.Split('/')[^1]}/removal", await other.TokensAsync())).Code);

        await officer.PostFormAsync(address, $"{address}/files/{file.Split('/')[^1]}/removal");
        Assert.Equal([Actor.Officer], await WhoReadsAsync(world, file));
        await officer.PostFormAsync(address + "/withdrawal", address + "/withdrawal");
        Assert.Empty((await officer.GetPageAsync(address)).Document.QuerySelectorAll("input[type=file]"));
    }

    [Fact]
    public async Task A_draft_goes_with_its_files()
    {
        var world = await World.OfAsync(app);
        var officer = await world.AsAsync(Actor.Officer);
        var address = (await officer.PostFormAsync("/bulletins/new", "/bulletins", ("Title", "标题"), ("Content", "内容"))).Location!;
        await officer.SendFilesAsync(address, address + "/files", [("日程.pdf", "%PDF-1.4"u8.ToArray())]);
        Assert.Equal(302, (await officer.PostFormAsync(address + "/removal", address + "/removal")).Code);
        Assert.Equal((0, 0), await app.InDbAsync(async db => (await db.Bulletins.CountAsync(), await db.Attachments.CountAsync())));
    }

    [Fact]
    public async Task What_is_new_since_the_last_visit_names_it()
    {
        var world = await World.OfAsync(app);
        await world.SignInAsync(World.UserName(Actor.Secretary));
        app.Clock.Advance(TimeSpan.FromHours(1));
        var id = await PublishedAsync(null, [Roles.BranchSecretary], []);
        await PublishedAsync(world.Committee(World.Computing), [Roles.BranchSecretary], []);
        app.Clock.Advance(TimeSpan.FromHours(1));
        var home = await (await world.SignInAsync(World.UserName(Actor.Secretary))).GetPageAsync("/");
        Assert.Single(home.Document.QuerySelectorAll($".since a[href='{id}']"));
        Assert.Single(home.Document.QuerySelectorAll(".since a[href^='/bulletins']"));
        Assert.Contains("1", home.Document.QuerySelector(".app-nav a[href='/bulletins'] .count")!.TextContent);
    }

    private Task<string> PublishedAsync(int? committee, string[] roles, int[] committees) => app.SaveAsync(db =>
    {
        var bulletin = new Bulletin(committee, BulletinKind.Notice, "标题写在这里", "内容写在这里", new BulletinAudience(roles, committees), true, "某人", app.Clock.GetUtcNow().UtcDateTime);
        bulletin.Publish(app.Clock.GetUtcNow().UtcDateTime);
        return Task.FromResult(db.Add(bulletin).Entity);
    }).ContinueWith(saved => $"/bulletins/{saved.Result.Id}", TaskScheduler.Default);

    private static async Task<List<Actor>> WhoReadsAsync(World world, string address)
    {
        var found = new List<Actor>();
        foreach (var actor in Readers)
        {
            var answer = await (await world.AsAsync(actor)).GetPageAsync(address);
            Assert.Contains(answer.Code, new[] { 200, 404 });
            if (answer.Code == 200)
                found.Add(actor);
        }

        return found;
    }

    private Task<List<AuditEntry>> EventsAsync() => app.InDbAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.Event.StartsWith("Bulletin")).OrderBy(entry => entry.Sequence).ToListAsync());

    private Task<List<OutboxMail>> MailsAsync() => app.InDbAsync(db => db.Mails.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync());

    private static List<string> Names(Answer page) => [.. page.Document.QuerySelectorAll(".data-table tbody tr:not(.is-group) th").Select(cell => cell.TextContent.Trim())];
}
