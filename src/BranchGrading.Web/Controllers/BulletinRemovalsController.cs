using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Bulletins;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>Deleting a draft with its files; what was published is withdrawn instead.</summary>
[Authorize(Policies.WriteBulletins)]
[Route("/bulletins/{id:int}/removal")]
public sealed class BulletinRemovalsController(GradingDbContext db, AttachmentDesk desk) : Controller
{
    private const string Page = "~/Views/Bulletins/Delete.cshtml";
    private const string Details = "~/Views/Bulletins/Details.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> New(int id, CancellationToken cancellationToken) =>
        await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is { Bulletin.WhyNotDelete: null } page ? View(Page, page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, Guid version, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        ModelState.Remove(nameof(version));
        if (await BulletinPage.FindAsync(db, id, viewer, cancellationToken, own: true) is not { } page)
            return NotFound();
        if (page.Bulletin.WhyNotDelete is { } why)
            return this.Refused(Details, page, why);
        if (version != page.Bulletin.Version)
            return this.Refused(Page, page, "您打开之后，这份草稿被别人改过，下面是现在的内容。看过以后再决定删不删。");
        if (await RemoveAsync(id, version, viewer, cancellationToken) is { } files)
        {
            desk.Discard(files);
            return this.Done("/bulletins", $"草稿「{page.Bulletin.Title}」已删除。");
        }

        db.ChangeTracker.Clear();
        return await BulletinPage.FindAsync(db, id, viewer, cancellationToken, own: true) is { } now ? this.Refused(Details, now, "您打开之后，这一则刚刚有变动，没有删除。下面是现在的内容。") : NotFound();
    }

    /// <summary>The files that went with the draft, to be discarded; null where it changed at the last moment.</summary>
    private Task<List<Attachment>?> RemoveAsync(int id, Guid version, Viewer viewer, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            // A file that is being added waits, and then finds no draft.
            await db.LockBulletinAsync(id, cancellationToken);
            if (await db.FindOwnBulletinAsync(id, viewer, cancellationToken) is not { WhyNotDelete: null } bulletin || bulletin.Version != version)
                return null;
            var files = await db.Attachments.Where(attachment => attachment.BulletinId == id).ToListAsync(cancellationToken);
            db.RemoveRange(files);
            db.Remove(bulletin);
            db.Audit.Describe(AuditEvent.BulletinRemoved, bulletin.Subject());
            await db.SaveChangesAsync(cancellationToken);
            return files;
        },
        cancellationToken);
}
