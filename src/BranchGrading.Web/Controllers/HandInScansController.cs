using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.HandIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>Scanned, signed pages of what was handed in: from the department or from the committee itself.</summary>
[Authorize(Policies.ExportForms)]
public sealed class HandInScansController(GradingDbContext db, AttachmentDesk desk, SchoolClock clock) : Controller
{
    [HttpPost("/rounds/{roundId:int}/hand-ins/{committeeId:int}/{number:int}/scans")]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> Create(int roundId, int committeeId, int number, List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (await HandInPage.FindAsync(db, roundId, committeeId, User.Viewer(), clock, cancellationToken) is not { MayScan: true } page
            || page.Unit.Standing.Versions.All(handIn => handIn.Number != number))
            return NotFound();
        const string view = "~/Views/HandIns/Details.cshtml";
        if (files.Count == 0)
            ModelState.AddModelError("files", "请先选择扫描件，再点「上传」。");
        foreach (var other in files.Where(file => !HandInPage.IsScan(file.FileName)))
            ModelState.AddModelError("files", $"「{AttachmentName.Of(other.FileName).Name}」没有收下：签字页只收扫描件和照片（pdf、jpg、png）。");
        if (!ModelState.IsValid)
            return this.Again(view, page);

        try
        {
            var refused = await desk.ReceiveAsync(files, laid => AddAsync(page, number, laid, cancellationToken), cancellationToken);
            if (refused.Count < files.Count)
                return this.Kept(page.Address, $"收下 {files.Count - refused.Count} 个扫描件。", refused);
            foreach (var sentence in refused)
                ModelState.AddModelError("files", sentence);
            return this.Again(view, page);
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            return this.Refused(view, page, refused.Message, "files");
        }
    }

    private async Task AddAsync(HandInPage page, int number, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return;
        await db.InTransactionAsync(
            async () =>
            {
                await db.LockCommitteeAsync(page.Unit.Round.Id, page.Unit.CommitteeId, cancellationToken);
                var handIn = (await db.FindHandInAsync(page.Unit.Round.Id, page.Unit.CommitteeId, number, cancellationToken))!;
                if (Attachment.WhyNotAdd([.. (await db.ScansAsync([handIn.Id], cancellationToken))[handIn.Id]], files) is { } why)
                    throw new RuleViolationException(why);
                db.AddRange(files.Select(file => new Attachment(handIn, file, page.Viewer.Name, clock.UtcNow)));
                db.Audit.Describe(AuditEvent.HandInScanned, $"{page.Unit.Subject}：第 {number} 版，{string.Join('、', files.Select(file => file.Name))}");
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
