using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Bulletins;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>附件 of bulletins: added and taken out by the writing side until it is withdrawn.</summary>
[Authorize(Policies.WriteBulletins)]
[Route("/bulletins/{id:int}/files")]
public sealed class BulletinFilesController(GradingDbContext db, AttachmentDesk desk, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Bulletins/Details.cshtml";

    [HttpPost("")]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> Create(int id, List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is not { } page)
            return NotFound();
        if (files.Count == 0)
        {
            ModelState.AddModelError("files", "请先选择文件，再点「上传」。");
            return this.Again(Page, page);
        }

        try
        {
            var refused = await desk.ReceiveAsync(files, laid => AddAsync(id, laid, cancellationToken), cancellationToken);
            if (refused.Count < files.Count)
                return this.Kept(page.Address, $"收下 {files.Count - refused.Count} 个附件。", refused);
            foreach (var sentence in refused)
                ModelState.AddModelError("files", sentence);
            return this.Again(Page, page);
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            return this.Refused(Page, page, refused.Message, "files");
        }
    }

    [HttpPost("{fileId:int}/removal")]
    public async Task<IActionResult> Delete(int id, int fileId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var deleted = new List<Attachment>();
        var name = await db.InTransactionAsync(
            async () =>
            {
                deleted.Clear();
                await db.LockBulletinAsync(id, cancellationToken);
                if (await db.FindOwnBulletinAsync(id, viewer, cancellationToken) is not { WhyNotEdit: null } bulletin
                    || await db.Attachments.SingleOrDefaultAsync(row => row.Id == fileId && row.BulletinId == id && row.RemovedAt == null, cancellationToken) is not { } file)
                    return null;
                // What somebody may have read and confirmed stays for the writing side.
                if (bulletin.IsDraft)
                    deleted.Add(db.Remove(file).Entity);
                else
                    file.Remove(viewer.Name, clock.UtcNow);
                bulletin.ChangeFiles(viewer.Name, clock.UtcNow);
                db.Audit.Describe(AuditEvent.AttachmentRemoved, $"{bulletin.Subject()}：{file.FileName}");
                await db.SaveChangesAsync(cancellationToken);
                return file.FileName;
            },
            cancellationToken);
        if (name is null)
            return NotFound();
        desk.Discard(deleted);
        return this.Done($"/bulletins/{id}", $"「{name}」已删除。");
    }

    private async Task AddAsync(int id, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return;
        var viewer = User.Viewer();
        await db.InTransactionAsync(
            async () =>
            {
                await db.LockBulletinAsync(id, cancellationToken);
                var bulletin = await db.FindOwnBulletinAsync(id, viewer, cancellationToken) ?? throw new RuleViolationException("这份草稿刚刚被删除，附件没有收下。");
                if ((bulletin.WhyNotEdit ?? Attachment.WhyNotAdd([.. (await db.FilesOfAsync(bulletin, cancellationToken)).Where(file => file.RemovedAt is null)], files)) is { } why)
                    throw new RuleViolationException(why);
                db.AddRange(files.Select(file => new Attachment(bulletin, file, viewer.Name, clock.UtcNow)));
                bulletin.ChangeFiles(viewer.Name, clock.UtcNow);
                db.Audit.Describe(AuditEvent.AttachmentAdded, $"{bulletin.Subject()}：{string.Join('、', files.Select(file => file.Name))}");
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
