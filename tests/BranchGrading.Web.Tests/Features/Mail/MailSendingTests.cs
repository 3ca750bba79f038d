using System.Net;
using System.Net.Sockets;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Mail;

/// <summary>The outbox against a real mail server that refuses, dawdles and drops the line: nothing lost, nothing twice but after a cut behind DATA, nobody else's.</summary>
public sealed class MailSendingTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_mail_comes_once_to_its_own_recipient()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync([.. Enumerable.Range(1, 20).Select(i => $"ok-{i}@example.edu.cn")]);
        Assert.Null(await app.SendMailsAsync(server.Options));
        Assert.Equal([.. Enumerable.Range(1, 20).Select(i => $"ok-{i}@example.edu.cn").Order()], server.Mails.Select(mail => Assert.Single(mail.To)).Order());
        Assert.Equal(20, server.Mails.Select(mail => mail.Id).Distinct().Count());
        Assert.All(await app.MailsAsync(), mail => Assert.Equal((app.Clock.GetUtcNow().UtcDateTime, 1, null), (mail.SentAt, mail.Tries, mail.LastError)));
    }

    [Fact]
    public async Task Two_senders_at_once_send_nothing_twice()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync([.. Enumerable.Range(1, 40).Select(i => $"ok-{i}@example.edu.cn")]);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => app.SendMailsAsync(server.Options))));
        Assert.Equal(40, server.Mails.Count);
        Assert.Equal(40, server.Mails.Select(mail => mail.To[0]).Distinct().Count());
        Assert.All(await app.MailsAsync(), mail => Assert.NotNull(mail.SentAt));
    }

    [Fact]
    public async Task A_recipient_refused_for_good_is_given_up_at_once_and_told_without_addresses()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("refused-1@example.edu.cn", "spam-1@example.edu.cn", "ok-1@example.edu.cn");
        await app.SendMailsAsync(server.Options);
        var mails = await app.MailsAsync();
        Assert.All(mails.Take(2), mail => Assert.NotNull(mail.GivenUpAt));
        Assert.Contains("拒收", mails[0].LastError);
        Assert.All(mails.Take(2), mail => Assert.DoesNotContain("@", mail.LastError));
        Assert.Equal("ok-1@example.edu.cn", Assert.Single(server.Mails).To[0]);
    }

    [Fact]
    public async Task A_recipient_refused_for_now_gets_it_later()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("busy-1@example.edu.cn");
        await app.SendMailsAsync(server.Options);
        var waiting = Assert.Single(await app.MailsAsync());
        Assert.Equal((null, null, 1), (waiting.SentAt, waiting.GivenUpAt, waiting.Tries));
        Assert.Contains("暂时不收", waiting.LastError);

        await app.SendMailsAsync(server.Options);
        Assert.Empty(server.Mails);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SendMailsAsync(server.Options);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_line_that_drops_before_the_mail_is_told_loses_and_doubles_nothing()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("cutbefore-1@example.edu.cn", "ok-1@example.edu.cn");
        for (var i = 0; i < 3; i++)
        {
            await app.SendMailsAsync(server.Options);
            app.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(["cutbefore-1@example.edu.cn", "ok-1@example.edu.cn"], server.Mails.Select(mail => mail.To[0]).Order());
        Assert.All(await app.MailsAsync(), mail => Assert.NotNull(mail.SentAt));
    }

    [Fact]
    public async Task After_a_cut_behind_the_mail_it_comes_twice_at_most_under_one_id()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("cutafter-1@example.edu.cn", "cutalways-1@example.edu.cn", "ok-1@example.edu.cn");
        for (var i = 0; i < 8; i++)
        {
            await app.SendMailsAsync(server.Options);
            app.Clock.Advance(TimeSpan.FromMinutes(60));
        }

        var taken = server.Mails.GroupBy(mail => mail.To[0]).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Single(taken["ok-1@example.edu.cn"]);
        Assert.Equal(2, taken["cutafter-1@example.edu.cn"].Count);
        Assert.Equal(2, taken["cutalways-1@example.edu.cn"].Count);
        Assert.All(taken.Values, mails => Assert.Single(mails.Select(mail => mail.Id).Distinct()));
        var mails = await app.MailsAsync();
        Assert.NotNull(mails[0].SentAt);
        Assert.Equal((null, 2), (mails[1].SentAt, mails[1].Tries));
        Assert.NotNull(mails[1].GivenUpAt);
        Assert.Contains("可能已经送达", mails[1].LastError);
    }

    [Fact]
    public async Task A_server_that_dawdles_is_left_alone_and_its_mail_kept()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("slow-1@example.edu.cn", "ok-1@example.edu.cn");
        Assert.NotNull(await app.SendMailsAsync(server.Options));
        var mails = await app.MailsAsync();
        Assert.Equal((null, null, 1), (mails[0].SentAt, mails[0].GivenUpAt, mails[0].Tries));
        await app.SendMailsAsync(server.Options);
        Assert.Equal("ok-1@example.edu.cn", Assert.Single(server.Mails).To[0]);
    }

    [Fact]
    public async Task What_a_sender_that_died_had_claimed_is_sent_after_its_lease()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        var dead = await app.InDbAsync(db => db.ClaimMailAsync(app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None));
        app.Clock.Advance(OutboxClaims.Lease - TimeSpan.FromSeconds(1));
        await app.SendMailsAsync(server.Options);
        Assert.Empty(server.Mails);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.SendMailsAsync(server.Options);
        Assert.Single(server.Mails);

        // Whoever comes back from the dead changes nothing any more.
        Assert.Equal(0, await app.InDbAsync(db => db.MarkFailedAsync(dead!, "迟到", false, app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None)));
        Assert.NotNull(Assert.Single(await app.MailsAsync()).SentAt);
    }

    [Fact]
    public async Task A_dead_server_harms_nothing_and_the_mail_is_given_up_after_two_days()
    {
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        var nobody = new MailOptions { Host = "127.0.0.1", Port = FreePort(), Security = MailSecurity.None, From = "djpj@example.edu.cn", TimeoutSeconds = 2 };
        Assert.Contains("连接被拒绝", await app.SendMailsAsync(nobody));
        Assert.Equal(HttpStatusCode.OK, (await app.NewBrowser().GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
        for (var i = 0; i < 30; i++)
        {
            app.Clock.Advance(TimeSpan.FromHours(2));
            await app.SendMailsAsync(nobody);
        }

        var mail = Assert.Single(await app.MailsAsync());
        Assert.Equal((MailPauses.MostTries, null), (mail.Tries, mail.SentAt));
        Assert.InRange(mail.GivenUpAt!.Value - mail.WrittenAt, TimeSpan.FromHours(40), TimeSpan.FromHours(64));
    }

    [Fact]
    public async Task A_folder_gets_one_file_for_each_mail_and_an_address_that_is_none_gets_nothing()
    {
        var folder = Path.Combine(app.Folder, $"pickup-{Guid.NewGuid():N}");
        await app.WriteMailsAsync("ok-1@example.edu.cn", "a@example.edu.cn, b@example.edu.cn", "ok@example.edu.cn\r\nBcc: c@example.edu.cn", "");
        await app.SendMailsAsync(new MailOptions { PickupFolder = folder, From = "djpj@example.edu.cn" });
        var file = Assert.Single(Directory.GetFiles(folder));
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains("To: =?utf-8?", text);
        Assert.Contains("ok-1@example.edu.cn", text);
        Assert.DoesNotContain("Bcc", text);
        var mails = await app.MailsAsync();
        Assert.NotNull(mails[0].SentAt);
        Assert.All(mails[1..3], mail => Assert.NotNull(mail.GivenUpAt));
        Assert.Equal((null, null, OutboxMail.NoAddress), (mails[3].SentAt, mails[3].GivenUpAt, mails[3].LastError));
    }

    [Fact]
    public async Task An_address_in_other_letters_is_told_as_wrong_at_once_and_holds_up_nobody()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("张三@example.edu.cn", "zhang@学校.cn", "ok-1@example.edu.cn");
        Assert.Null(await app.SendMailsAsync(server.Options));
        var mails = await app.MailsAsync();
        Assert.All(mails[..2], mail => Assert.Contains("邮箱地址写得不对", mail.LastError));
        Assert.All(mails[..2], mail => Assert.NotNull(mail.GivenUpAt));
        Assert.NotNull(mails[2].SentAt);
    }

    [Fact]
    public async Task A_mail_that_tells_of_a_moment_is_not_sent_after_it_nor_tried_again()
    {
        var folder = Path.Combine(app.Folder, $"pickup-{Guid.NewGuid():N}");
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.InDbAsync(async db =>
        {
            var drafts = new[] { (Key: "over", At: now.AddHours(1)), (Key: "ahead", At: now.AddHours(3)) };
            await db.AddMailsAsync(MailKind.Reminder, [.. drafts.Select(draft => new MailDraft(draft.Key, new MailRecipient(null, "张三", $"{draft.Key}@example.edu.cn"), new MailValues { Path = "/" }, draft.At))], now, CancellationToken.None);
            await db.SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.SendMailsAsync(new MailOptions { PickupFolder = folder, From = "djpj@example.edu.cn" });
        Assert.Single(Directory.GetFiles(folder));
        var mails = await app.MailsAsync();
        Assert.Equal((null, OutboxMail.Expired), (mails[0].SentAt, mails[0].LastError));
        Assert.NotNull(mails[1].SentAt);
        Assert.False(await app.InDbAsync(db => db.TryMailAgainAsync(mails[0].Id, now.AddHours(1), CancellationToken.None)));
        Assert.Empty(await app.InDbAsync(db => db.Mails.Retryable().ToListAsync()));
    }

    [Fact]
    public async Task Without_server_and_folder_mails_rest()
    {
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        Assert.Null(await app.SendMailsAsync(new MailOptions()));
        var mail = Assert.Single(await app.MailsAsync());
        Assert.Equal((null, null, 0), (mail.SentAt, mail.GivenUpAt, mail.Tries));
    }

    [Fact]
    public async Task A_mail_with_the_same_key_is_written_once()
    {
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        Assert.Single(await app.MailsAsync());
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
