using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Attachments;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>附件 of self-assessments, and every attachment as a download.</summary>
public sealed class AttachmentsController(GradingDbContext db, AttachmentDesk desk, AttachmentStore store, SchoolClock clock) : Controller
{
    [HttpGet("/assessments/{participantId:int}/attachments"), Authorize(Policies.FillAssessment)]
    public async Task<IActionResult> Index(int participantId, AttachmentForm form, CancellationToken cancellationToken) =>
        await PageAsync(participantId, form, cancellationToken) is { } page ? View("Index", page) : NotFound();

    [HttpPost("/assessments/{participantId:int}/attachments"), Authorize(Policies.FillAssessment)]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> Create(int participantId, AttachmentForm form, List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, form, cancellationToken) is not { } page)
            return NotFound();
        if (page.WhyNot is { } why)
            return this.Refused("Index", page, why);
        if (form.ItemId is { } itemId && page.Papers.Self.Items.All(item => item.Id != itemId))
            ModelState.AddModelError("Form.ItemId", "请从列表里选择用于哪个项目。");
        if (files.Count == 0)
            ModelState.AddModelError("files", "请先选择文件，再点「上传」。");
        if (!ModelState.IsValid)
            return this.Again("Index", page);
        try
        {
            var refused = await desk.ReceiveAsync(files, laid => AddAsync(participantId, form.ItemId, laid, cancellationToken), cancellationToken);
            if (refused.Count < files.Count)
                return this.Kept($"/assessments/{participantId}/attachments", $"收下 {files.Count - refused.Count} 个文件。", refused);
            foreach (var sentence in refused)
                ModelState.AddModelError("files", sentence);
            return this.Again("Index", page);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", (await PageAsync(participantId, form, cancellationToken))!, refused.Message, "files");
        }
    }

    [HttpGet("/attachments/{id:int}"), Authorize(Policies.SeeAssessment)]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        if (await db.FindAttachmentAsync(id, User.Viewer(), cancellationToken) is not { } attachment || store.Open(attachment.StoredName) is not { } content)
            return NotFound();
        // Whatever is in it, a browser saves it and runs nothing of it as ours; only a picture may be drawn by our own pages.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var type = attachment.Extension switch { "png" => "image/png", "jpg" or "jpeg" => "image/jpeg", "pdf" => "application/pdf", _ => "application/octet-stream" };
        return File(content, type, attachment.FileName);
    }

    [HttpPost("/attachments/{id:int}/removal"), Authorize(Policies.FillAssessment)]
    public async Task<IActionResult> Delete(int id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindAttachmentAsync(id, viewer, cancellationToken) is not { ParticipantId: { } participantId, RemovedAt: null })
            return NotFound();
        var deleted = new List<Attachment>();
        var removed = await db.ChangePapersAsync(participantId, viewer, papers =>
        {
            deleted.Clear();
            var now = clock.UtcNow;
            if (!papers.MayFill || papers.Self.Attachments.FirstOrDefault(row => row.Id == id) is not { } attachment)
                return null;
            Require(papers, now);
            if (papers.Self.Assessment?.HasHandedIn(id) == true)
                attachment.Remove(viewer.Name, now);
            else
                deleted.Add(db.Remove(attachment).Entity);
            db.Audit.Describe(AuditEvent.AttachmentRemoved, Subject(papers, attachment.FileName), papers.IsOnBehalf ? "代填" : null);
            return attachment;
        }, cancellationToken);
        if (removed is null)
            return NotFound();
        desk.Discard(deleted);
        return this.Done($"/assessments/{participantId}/attachments", $"「{removed.FileName}」已删除。");
    }

    private Task AddAsync(int participantId, int? itemId, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        return files.Count == 0 ? Task.CompletedTask : db.ChangePapersAsync(participantId, viewer, papers =>
        {
            var now = clock.UtcNow;
            Require(papers, now);
            if (Attachment.WhyNotAdd(papers.Self.Attachments, files) is { } why)
                throw new RuleViolationException(why);
            db.BeginAssessment(papers, now);
            db.AddRange(files.Select(file => new Attachment(participantId, itemId, file, viewer.Name, now)));
            db.Audit.Describe(AuditEvent.AttachmentAdded, Subject(papers, string.Join('、', files.Select(file => file.Name))), papers.IsOnBehalf ? "代填" : null);
            return papers;
        }, cancellationToken);
    }

    private async Task<AttachmentPage?> PageAsync(int participantId, AttachmentForm form, CancellationToken cancellationToken) =>
        await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is { MayFill: true } papers ? new AttachmentPage(papers, form, papers.WhyNotFill(clock.UtcNow)) : null;

    private static string Subject(BranchPapers papers, string files) => $"{papers.Round.Year} 年度 {papers.Participant.BranchName}：{files}";

    private static void Require(BranchPapers papers, DateTime now)
    {
        if (papers.WhyNotFill(now) is { } why)
            throw new RuleViolationException(why);
    }
}
