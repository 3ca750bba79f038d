using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Mail;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Mail;

/// <summary>Everything that goes wrong at once, with three senders on one database: what the issue demands, counted.</summary>
public sealed class MailStormTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly (string Manner, int Count)[] Recipients =
        [("ok", 60), ("dawdling", 4), ("refused", 15), ("busy", 15), ("cutbefore", 10), ("cutafter", 10), ("cutalways", 3), ("spam", 5), ("slow", 2)];

    [Fact]
    public async Task Nothing_is_lost_or_misled_and_only_what_was_cut_behind_DATA_comes_twice()
    {
        await World.OfAsync(app);
        await using var server = await MailServer.StartAsync();
        var options = server.Options;
        options.TimeoutSeconds = 1;
        // Three senders are killed right behind a mail, first of all.
        await app.WriteMailsAsync("killed-1@example.edu.cn", "killed-2@example.edu.cn", "killed-3@example.edu.cn");
        for (var i = 0; i < 3; i++)
            await app.DieBehindAMailAsync(options);
        await app.WriteMailsAsync(Recipients.SelectMany(kind => Enumerable.Range(1, kind.Count).Select(i => $"{kind.Manner}-{i}@example.edu.cn")).OrderBy(address => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(address))), StringComparer.Ordinal));

        var rounds = 0;
        for (; rounds < 200 && await app.InDbAsync(db => Task.FromResult(db.Mails.Waiting().Any())); rounds++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => app.SendMailsAsync(options))));
            app.Clock.Advance(OutboxClaims.Lease);
        }

        var mails = (await app.MailsAsync()).ToDictionary(mail => mail.Address);
        var taken = server.Mails.GroupBy(mail => mail.To[0]).ToDictionary(group => group.Key, group => group.ToList());
        var (lost, misled, doubled, most) = (
            mails.Values.Count(mail => mail.SentAt is null == mail.GivenUpAt is null || mail.SentAt is not null && !taken.ContainsKey(mail.Address)),
            server.Mails.Count(mail => mail.To.Count != 1 || mail.Text.Trim() != $"给 {mail.To[0]}。" || !mails.ContainsKey(mail.To[0])),
            taken.Where(one => one.Value.Count > 1).Select(one => one.Key.Split('-')[0]).ToList(), taken.Values.Max(all => all.Count));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{mails.Count} mails, {server.Mails.Count} taken, {rounds} rounds of three senders: {lost} lost, {misled} to wrong recipients, {doubled.Count} came twice, {most} times at most."));
        Assert.Equal((Recipients.Sum(kind => kind.Count) + 3, 0, 0, 2), (mails.Count, lost, misled, most));
        Assert.All(doubled, kind => Assert.Contains(kind, (string[])["cutafter", "cutalways", "killed"]));

        // It cannot have been too easy: each manner did what it says.
        Assert.Equal((10, 3, 3), (doubled.Count(kind => kind == "cutafter"), doubled.Count(kind => kind == "cutalways"), doubled.Count(kind => kind == "killed")));
        Assert.All(taken.Values, all => Assert.Single(all.Select(mail => mail.Id).Distinct()));
        foreach (var mail in mails.Values)
        {
            var isSent = mail.Address.Split('-')[0] is not ("refused" or "spam" or "slow" or "cutalways");
            Assert.True(isSent == mail.SentAt is not null, $"{mail.Address}: {mail.LastError}");
            Assert.Equal(isSent || mail.Address.StartsWith("cutalways", StringComparison.Ordinal), taken.ContainsKey(mail.Address));
            Assert.Equal(isSent, mail.LastError is null);
        }
    }

    [Fact]
    public async Task A_sender_that_is_stopped_in_the_middle_finishes_its_mail_and_sends_none_twice()
    {
        await World.OfAsync(app);
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync(Enumerable.Range(1, 30).Select(i => $"ok-{i}@example.edu.cn"));
        await app.WriteMailsAsync("dawdling-1@example.edu.cn", "dawdling-2@example.edu.cn");
        var stopped = 0;
        for (var i = 0; i < 20; i++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(5 + i * 3));
            try
            {
                await app.SendMailsAsync(server.Options, stop.Token);
            }
            catch (OperationCanceledException)
            {
                // As at the end of the program.
                stopped++;
            }

            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        app.Clock.Advance(OutboxClaims.Lease);
        await app.SendMailsAsync(server.Options);
        var mails = await app.MailsAsync();
        Assert.All(mails, mail => Assert.NotNull(mail.SentAt));
        Assert.True(stopped > 0, "No sender was stopped.");
        Assert.Equal(mails.Select(mail => mail.Address).Order(), server.Mails.Select(mail => mail.To[0]).Order());
    }

    [Fact]
    public async Task A_mail_over_which_two_senders_died_is_given_up_and_not_sent_a_third_time()
    {
        await World.OfAsync(app);
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        for (var i = 0; i < 2; i++)
        {
            await app.DieBehindAMailAsync(server.Options);
            app.Clock.Advance(OutboxClaims.Lease);
        }

        await app.SendMailsAsync(server.Options);
        Assert.Equal(2, server.Mails.Count);
        var mail = Assert.Single(await app.MailsAsync());
        Assert.Equal((null, OutboxMail.UnclearTwice), (mail.SentAt, mail.LastError));
        Assert.NotNull(mail.GivenUpAt);
    }
}
