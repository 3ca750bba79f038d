using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Evidence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>One record of evidence: changed or deleted while the round is open.</summary>
[Authorize(Policies.RecordEvidence)]
[Route("/evidence/{id:int}")]
public sealed class EvidenceRecordsController(GradingDbContext db, AttachmentDesk desk, SchoolClock clock) : Controller
{
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) => await PageAsync(id, null, cancellationToken) is { } page ? View("~/Views/Evidence/Edit.cshtml", page) : NotFound();

    [HttpPost("")]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> Edit(int id, EvidenceForm form, List<IFormFile> files, CancellationToken cancellationToken)
    {
        const string view = "~/Views/Evidence/Edit.cshtml";
        if (await PageAsync(id, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.On > clock.Today)
            ModelState.AddModelError("Form.On", "考评的日期不能晚于今天。");
        if (!ModelState.IsValid)
            return this.Again(view, page);
        try
        {
            var refused = await desk.ReceiveAsync(files, laid => ChangeAsync(page, form, laid, cancellationToken), cancellationToken);
            return this.Kept(page.Subject.Address, "考评记录已修改。", refused);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused(view, page, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return await PageAsync(id, form, cancellationToken) is { } fresh ? this.Stale(view, form, EvidencePage.FormOf(fresh.Known!), fresh) : NotFound();
        }
    }

    [HttpGet("removal")]
    public async Task<IActionResult> Delete(int id, CancellationToken cancellationToken) => await PageAsync(id, null, cancellationToken) is { } page ? View("~/Views/Evidence/Delete.cshtml", page) : NotFound();

    [HttpPost("removal")]
    public async Task<IActionResult> Remove(int id, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, null, cancellationToken) is not { } page)
            return NotFound();
        RequireOwn(page);
        db.RemoveRange(page.Attachments);
        db.Remove(page.Known!);
        db.Audit.Describe(AuditEvent.EvidenceRemoved, $"{page.Subject.AuditSubject}：{page.Known!.Kind.Word()}");
        await SaveOpenAsync(page, cancellationToken);
        desk.Discard(page.Attachments);
        return this.Done(page.Subject.Address, "考评记录已删除。");
    }

    [HttpPost("attachments/{attachmentId:int}/removal")]
    public async Task<IActionResult> RemoveAttachment(int id, int attachmentId, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, null, cancellationToken) is not { } page || page.Attachments.FirstOrDefault(row => row.Id == attachmentId) is not { } attachment)
            return NotFound();
        RequireOwn(page);
        db.Remove(attachment);
        db.Audit.Describe(AuditEvent.AttachmentRemoved, $"{page.Subject.AuditSubject}：{attachment.FileName}");
        await SaveOpenAsync(page, cancellationToken);
        desk.Discard([attachment]);
        return this.Done($"/evidence/{id}/edit", $"「{attachment.FileName}」已删除。");
    }

    private Task<int> ChangeAsync(EvidencePage page, EvidenceForm form, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(page.Subject.Round.Id, cancellationToken);
            (await db.Rounds.WithParts().SingleAsync(round => round.Id == page.Subject.Round.Id, cancellationToken)).RequireOpen();
            var evidence = await db.Evidence.SingleOrDefaultAsync(row => row.Id == page.Known!.Id, cancellationToken) ?? throw new RuleViolationException("这条记录刚才已被删除。");
            if (Attachment.WhyNotAdd(await db.Attachments.Where(row => row.EvidenceId == evidence.Id).ToListAsync(cancellationToken), files) is { } why)
                throw new RuleViolationException(why);
            var (by, now) = (User.Viewer().Name, clock.UtcNow);
            db.Expect(evidence, form.Version);
            evidence.Edit(form.Kind!.Value, form.On!.Value, form.Content, by, now);
            // Files added alone are a change as well: whoever has the old form open is to notice.
            db.Entry(evidence).Property(row => row.RecordedAt).IsModified = true;
            db.AddRange(files.Select(file => new Attachment(evidence, file, by, now)));
            db.Audit.Describe(AuditEvent.EvidenceEdited, $"{page.Subject.AuditSubject}：{form.Kind.Value.Word()}");
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Findings of others are corrected, which the audit tells, but not taken away.</summary>
    private void RequireOwn(EvidencePage page)
    {
        if (!User.Viewer().IsDepartment && page.Known!.RecordedBy != User.Viewer().Name)
            throw new RuleViolationException("这条记录不是您登记的，只能由登记的人或党委组织部删除。");
    }

    private async Task SaveOpenAsync(EvidencePage page, CancellationToken cancellationToken)
    {
        page.Subject.Round.RequireOpen();
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<EvidencePage?> PageAsync(int id, EvidenceForm? form, CancellationToken cancellationToken)
    {
        if (await db.Evidence.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } evidence
            || await db.FindEvidenceSubjectAsync(User.Viewer(), evidence.ParticipantId, evidence.RoundId, evidence.CommitteeId, cancellationToken) is not { } subject)
            return null;
        var attachments = await db.Attachments.Where(row => row.EvidenceId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new EvidencePage(subject, form ?? EvidencePage.FormOf(evidence), evidence, attachments);
    }
}
