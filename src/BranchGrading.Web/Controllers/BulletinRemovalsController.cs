using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
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

    [HttpGet("")]
    public async Task<IActionResult> New(int id, CancellationToken cancellationToken) =>
        await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is { Bulletin.WhyNotDelete: null } page ? View(Page, page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, Guid version, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await BulletinPage.FindAsync(db, id, viewer, cancellationToken, own: true) is not { } page || await db.FindOwnBulletinAsync(id, viewer, cancellationToken) is not { } bulletin)
            return NotFound();
        ModelState.Remove(nameof(version));
        if (bulletin.WhyNotDelete is { } why)
            return this.Refused("~/Views/Bulletins/Details.cshtml", page, why);
        if (version != bulletin.Version)
            return this.Refused(Page, page, "您打开之后，这份草稿被别人改过，下面是现在的内容。看过以后再决定删不删。");
        var files = await db.Attachments.Where(attachment => attachment.BulletinId == id).ToListAsync(cancellationToken);
        db.RemoveRange(files);
        db.Remove(bulletin);
        db.Audit.Describe(AuditEvent.BulletinRemoved, bulletin.Subject());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return await BulletinPage.FindAsync(db, id, viewer, cancellationToken, own: true) is { } now ? this.Refused("~/Views/Bulletins/Details.cshtml", now, "您打开之后，这一则刚刚有变动，没有删除。下面是现在的内容。") : NotFound();
        }

        desk.Discard(files);
        return this.Done("/bulletins", $"草稿「{bulletin.Title}」已删除。");
    }
}
