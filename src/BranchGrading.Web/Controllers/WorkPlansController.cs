using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.WorkPlans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>工作方案 of a committee in a year: every upload is another version, and the earlier ones stay.</summary>
[Authorize(Policies.SeeCommitteeYear)]
[Route("/committees/{id:int}/years/{year:int}/work-plans")]
public sealed class WorkPlansController(GradingDbContext db, AttachmentDesk desk, SchoolClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id, int year, CancellationToken cancellationToken) => await PageAsync(id, year, null, cancellationToken) is { } page ? View("Index", page) : NotFound();

    [HttpPost(""), Authorize(Policies.KeepCommitteeYear)]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> Create(int id, int year, WorkPlanForm form, List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, year, form, cancellationToken) is not { Unit.MayKeep: true } page)
            return NotFound();
        if (form.On is { } on && CommitteeYears.WhyNotOn(year, on, clock.Today) is { } why)
            ModelState.AddModelError("Form.On", why);
        if (files.Count == 0)
            ModelState.AddModelError("files", "请选择工作方案的文件。");
        if (!ModelState.IsValid)
            return this.Again("Index", page);
        try
        {
            var refused = await desk.ReceiveAsync(files, laid => StoreAsync(page, form, laid, cancellationToken), cancellationToken);
            if (refused.Count < files.Count)
                return this.Kept(page.Address, page.Versions.Count == 0 ? "工作方案已存好。" : "新版工作方案已存好，以前的版本还在下面。", refused);
            foreach (var sentence in refused)
                ModelState.AddModelError("files", sentence);
            return this.Again("Index", page);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", page, refused.Message, "files");
        }
    }

    private async Task StoreAsync(WorkPlanPage page, WorkPlanForm form, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return;
        if (Attachment.WhyNotAdd([], files) is { } why)
            throw new RuleViolationException(why);
        var (by, now) = (User.Viewer().Name, clock.UtcNow);
        var note = new CommitteeNote(page.Unit.Committee.Id, page.Unit.Year, CommitteeNoteKind.WorkPlan, form.On!.Value, form.Content, null, by, now);
        db.Add(note);
        db.AddRange(files.Select(file => new Attachment(note, file, by, now)));
        db.Audit.Describe(AuditEvent.CommitteeNoteRecorded, $"{page.Unit.Subject}：工作方案，{string.Join('、', files.Select(file => file.Name))}");
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<WorkPlanPage?> PageAsync(int id, int year, WorkPlanForm? form, CancellationToken cancellationToken)
    {
        if (await db.FindCommitteeYearAsync(id, year, User.Viewer(), clock.Today, cancellationToken) is not { } unit)
            return null;
        var versions = await db.WorkPlansAsync(unit, cancellationToken);
        return new WorkPlanPage(unit, versions, form ?? new WorkPlanForm { On = clock.Today, Content = versions.Count == 0 ? $"{year} 年工作方案" : "" });
    }
}
