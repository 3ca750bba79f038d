using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Bulletins;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>发布: shows whom a draft will reach, and lets it go, with mails where they are wanted.</summary>
[Authorize(Policies.WriteBulletins)]
[Route("/bulletins/{id:int}/publication")]
public sealed class BulletinPublicationsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Bulletins/Publish.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> New(int id, CancellationToken cancellationToken) =>
        await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is { Bulletin.WhyNotPublish: null } page ? View(Page, page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, Guid version, bool mailToo, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindOwnBulletinAsync(id, viewer, cancellationToken) is not { } bulletin)
            return NotFound();
        ModelState.Remove(nameof(version));
        if (bulletin.WhyNotPublish is null && version != bulletin.Version)
            return await RefusedAsync(id, "您打开之后，这份草稿被别人改过，下面是现在的内容。看过以后再发布。", cancellationToken);
        try
        {
            var now = clock.UtcNow;
            bulletin.Publish(now);
            var mails = await db.TellAsync(bulletin, viewer, mailToo, now, cancellationToken);
            db.Audit.Describe(AuditEvent.BulletinPublished, bulletin.Subject());
            await db.SaveChangesAsync(cancellationToken);
            return this.Done($"/bulletins/{id}", $"{bulletin.Kind.Word()}已发布。{await MailsAsync(mailToo, mails, cancellationToken)}");
        }
        catch (RuleViolationException refused)
        {
            return await RefusedAsync(id, refused.Message, cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return await RefusedAsync(id, "您打开之后，这一则刚刚有变动，没有再发布一次。下面是现在的内容。", cancellationToken);
        }
    }

    private async Task<string> MailsAsync(bool mailToo, int mails, CancellationToken cancellationToken) => !mailToo ? ""
        : mails > 0 ? $"{mails} 封邮件放进了发件箱，由系统发出。"
        : (await db.MailWordingAsync(MailKind.Bulletin, cancellationToken)).IsOn ? "没有要发的邮件。" : "通知邮件在「邮件模板」里关着，没有发邮件。";

    private async Task<IActionResult> RefusedAsync(int id, string reason, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is { } page
            ? this.Refused(page.Bulletin.WhyNotPublish is null ? Page : "~/Views/Bulletins/Details.cshtml", page, reason) : NotFound();
    }
}
