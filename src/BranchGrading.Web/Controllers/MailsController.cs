using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Mail;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Mails;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>邮件: what waits, what was sent, what was not and why.</summary>
[Authorize(Policies.KeepMails)]
public sealed class MailsController(GradingDbContext db, MailOptions options, SchoolClock clock) : Controller
{
    private const int PageSize = 50;

    private string Soon => options.HasServer ? "一分钟内再发；收件人的邮箱按现在登记的。" : options.HasFolder ? "一分钟内存进文件夹；收件人的邮箱按现在登记的。" : "没有设置发信服务器，暂时不会发出。";

    [HttpGet("/mails")]
    public async Task<IActionResult> Index(MailFilter filter, int? page, CancellationToken cancellationToken)
    {
        var found = Matching(filter);
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        var rows = await found.OrderByDescending(mail => mail.Id).Skip(pager.Skip).Take(PageSize).ToListAsync(cancellationToken);
        var failed = await Matching(new MailFilter { State = MailState.GivenUp }).CountAsync(cancellationToken);
        var resting = await Matching(new MailFilter { State = MailState.NoAddress }).CountAsync(cancellationToken);
        var retryable = await Matching(filter).Retryable().CountAsync(cancellationToken) + await db.AddressedNow(Matching(filter)).CountAsync(cancellationToken);
        var waiting = await Matching(new MailFilter { State = MailState.Waiting }).CountAsync(cancellationToken);
        return View("Index", new MailList(filter, rows, pager, options.HasServer || options.HasFolder) { Failed = failed, NoAddress = resting, Waiting = waiting, Retryable = retryable });
    }

    [HttpPost("/mails/export"), NoFormKey]
    public async Task<IActionResult> Export([FromQuery] MailFilter filter, CancellationToken cancellationToken)
    {
        var rows = await Matching(filter).OrderByDescending(mail => mail.Id).ToListAsync(cancellationToken);
        await db.RecordAsync(AuditEvent.FormExported, $"邮件，{rows.Count} 封", null, cancellationToken);
        var table = new Table(
            "邮件",
            [new("写好时间", 20, IsNumber: false), new("类别", 14, IsNumber: false), new("收件人", 14, IsNumber: false), new("邮箱", 30, IsNumber: false), new("主题", 50, IsNumber: false),
                new("状态", 12, IsNumber: false), new("发送时间", 20, IsNumber: false), new("试过", 8), new("原因", 50, IsNumber: false)],
            [.. rows.Select(mail => (IReadOnlyList<object?>)[
                clock.ShowMoment(mail.WrittenAt), mail.Kind.Word(), mail.RecipientName, mail.Address, mail.Subject, MailList.StateOf(mail).Word(), mail.SentAt is { } sent ? clock.ShowMoment(sent) : "", mail.Tries, mail.LastError])]);
        return File(Table.Write([table]), ImportsController.Workbook, "邮件.xlsx");
    }

    /// <summary>All that the filter shows and that may be tried again without asking anybody.</summary>
    [HttpPost("/mails/tries")]
    public async Task<IActionResult> TryAllAgain([FromQuery] MailFilter filter, CancellationToken cancellationToken)
    {
        var count = await db.InTransactionAsync(
            async () =>
            {
                var found = Matching(filter);
                var ids = await found.Retryable().Select(mail => mail.Id).Concat(db.AddressedNow(found).Select(mail => mail.Id)).ToListAsync(cancellationToken);
                var again = 0;
                foreach (var id in ids)
                    again += await db.TryMailAgainAsync(id, clock.UtcNow, cancellationToken) ? 1 : 0;
                if (again > 0)
                    await db.RecordAsync(AuditEvent.MailTriedAgain, $"没有发出的邮件，{again} 封", null, cancellationToken);
                return again;
            },
            cancellationToken);
        return this.Done("/mails", count == 0 ? "没有可以一起再试的邮件。已停止的、可能已经送达的，请一封一封地点「再试」。" : $"{count} 封已重新排队。{Soon}");
    }

    [HttpPost("/mails/{id:int}/tries")]
    public async Task<IActionResult> TryAgain(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } mail)
            return NotFound();
        if (mail.SentAt is null && mail.ExpiresAt <= clock.UtcNow)
            return this.Done("/mails", "这封邮件要提醒的时间已经过了，不再发。需要的话请重新催办。");
        return this.Done("/mails", await OnMailAsync(mail, AuditEvent.MailTriedAgain, db.TryMailAgainAsync, cancellationToken) ? $"已重新排队。{Soon}" : "这封邮件已经发出，或者正在发送，不用再试。");
    }

    [HttpPost("/mails/{id:int}/stop")]
    public async Task<IActionResult> Stop(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } mail)
            return NotFound();
        return this.Done("/mails", await OnMailAsync(mail, AuditEvent.MailStopped, db.StopMailAsync, cancellationToken) ? "已停止，这封邮件不会再发。" : "这封邮件已经发出，或者正在发送，停不下来了。");
    }

    /// <summary>Nothing happens to a mail that the audit does not tell of.</summary>
    private Task<bool> OnMailAsync(OutboxMail mail, AuditEvent happening, Func<int, DateTime, CancellationToken, Task<bool>> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            if (!await act(mail.Id, clock.UtcNow, cancellationToken))
                return false;
            await db.RecordAsync(happening, $"{mail.Kind.Word()}，{mail.RecipientName}", null, cancellationToken);
            return true;
        },
        cancellationToken);

    private Task<OutboxMail?> FindAsync(int id, CancellationToken cancellationToken) => db.Mails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);

    private IQueryable<OutboxMail> Matching(MailFilter filter)
    {
        var mails = db.Mails.AsNoTracking();
        if (filter.Kind is { } kind)
            mails = mails.Where(mail => mail.Kind == kind);
        if (filter.Text?.Trim() is { Length: > 0 } text)
            mails = mails.Where(mail => mail.RecipientName.Contains(text) || mail.Subject.Contains(text) || mail.Address.Contains(text));
        return filter.State switch
        {
            MailState.Waiting => mails.Waiting(),
            MailState.NoAddress => mails.Where(mail => mail.SentAt == null && mail.GivenUpAt == null && mail.Address == ""),
            MailState.Sent => mails.Where(mail => mail.SentAt != null),
            MailState.GivenUp => mails.Where(mail => mail.GivenUpAt != null),
            _ => mails,
        };
    }
}
