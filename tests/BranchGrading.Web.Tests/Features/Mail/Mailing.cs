using BranchGrading.Data;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BranchGrading.Web.Tests.Features.Mail;

/// <summary>What the tests of mails begin with.</summary>
internal static class Mailing
{
    public const string PublicAddress = "https://djpj.example.edu.cn";

    /// <summary>Gives everybody an address, and the school one for its links.</summary>
    public static Task GiveAddressesAsync(this WebApp app) => app.SaveAsync(async db =>
    {
        foreach (var person in await db.People.ToListAsync())
            person.Edit(person.Name, person.StaffNumber, person.Phone, $"p{person.Id}@example.edu.cn");
        (await db.Settings.SingleAsync()).PublicAddress = PublicAddress;
    });

    /// <summary>Writes a mail to each address, whose text names it.</summary>
    public static Task WriteMailsAsync(this WebApp app, params IEnumerable<string> addresses) => app.InDbAsync(async db =>
    {
        foreach (var address in addresses)
            await db.AddMailAsync(MailKind.Test, $"test-{address}", new MailRecipient(null, "张三", address), new MailText("测试", $"给 {address}。"), app.Clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    });

    public static Task<List<OutboxMail>> MailsAsync(this WebApp app) => app.InDbAsync(db => db.Mails.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync());

    /// <summary>One round of one sender, as another node would make it.</summary>
    public static Task<string?> SendMailsAsync(this WebApp app, MailOptions options, CancellationToken stopping = default) =>
        app.WithSenderAsync(options, (db, composer, clock) => new MailRun(db, composer, options, clock).SendDueAsync(stopping));

    /// <summary>A sender that is killed after the server took a mail over and before it could write that down.</summary>
    public static Task DieBehindAMailAsync(this WebApp app, MailOptions options) => app.WithSenderAsync(options, async (db, composer, clock) =>
    {
        var mail = await db.ClaimMailAsync(clock.UtcNow, CancellationToken.None) ?? throw new InvalidOperationException("No mail is due.");
        await using var carrier = new SmtpCarrier(options);
        return await carrier.CarryAsync((await composer.ComposeAsync(mail, CancellationToken.None))!, CancellationToken.None);
    });

    /// <summary>What the background does every ten minutes.</summary>
    public static Task<int> RemindAsync(this WebApp app) => app.InDbAsync(async db =>
    {
        var written = await db.WriteRemindersAsync(app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        await db.SaveChangesAsync();
        return written;
    });

    private static async Task<T> WithSenderAsync<T>(this WebApp app, MailOptions options, Func<GradingDbContext, MailComposer, SchoolClock, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        return await act(db, new MailComposer(db, scope.ServiceProvider.GetRequiredService<AttachmentStore>(), options), scope.ServiceProvider.GetRequiredService<SchoolClock>());
    }
}
