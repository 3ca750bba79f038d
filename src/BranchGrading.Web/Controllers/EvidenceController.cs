using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Evidence;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>考评记录: what the school found out about a branch or about a committee's report.</summary>
[Authorize(Policies.RecordEvidence)]
public sealed class EvidenceController(GradingDbContext db, AttachmentDesk desk, SchoolClock clock) : Controller
{
    [HttpGet("/participants/{participantId:int}/evidence")]
    public async Task<IActionResult> Index(int participantId, CancellationToken cancellationToken) => await FindBranchAsync(participantId, cancellationToken) is { } subject
        ? View("Index", new EvidenceList(subject, await db.EvidenceOnBranchAsync(participantId, cancellationToken))) : NotFound();

    [HttpGet("/rounds/{roundId:int}/reports/{committeeId:int}/evidence")]
    public async Task<IActionResult> IndexOfReport(int roundId, int committeeId, CancellationToken cancellationToken) => await FindReportAsync(roundId, committeeId, cancellationToken) is { } subject
        ? View("Index", new EvidenceList(subject, await db.EvidenceOnReportAsync(roundId, committeeId, cancellationToken))) : NotFound();

    [HttpGet("/participants/{participantId:int}/evidence/new")]
    public async Task<IActionResult> New(int participantId, CancellationToken cancellationToken) => Blank(await FindBranchAsync(participantId, cancellationToken));

    [HttpGet("/rounds/{roundId:int}/reports/{committeeId:int}/evidence/new")]
    public async Task<IActionResult> NewOnReport(int roundId, int committeeId, CancellationToken cancellationToken) => Blank(await FindReportAsync(roundId, committeeId, cancellationToken));

    [HttpPost("/participants/{participantId:int}/evidence")]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> Create(int participantId, EvidenceForm form, List<IFormFile> files, CancellationToken cancellationToken) =>
        await CreateAsync(await FindBranchAsync(participantId, cancellationToken), form, files, cancellationToken);

    [HttpPost("/rounds/{roundId:int}/reports/{committeeId:int}/evidence")]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> CreateOnReport(int roundId, int committeeId, EvidenceForm form, List<IFormFile> files, CancellationToken cancellationToken) =>
        await CreateAsync(await FindReportAsync(roundId, committeeId, cancellationToken), form, files, cancellationToken);

    private async Task<IActionResult> CreateAsync(EvidenceSubject? subject, EvidenceForm form, List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (subject is null)
            return NotFound();
        var page = new EvidencePage(subject, form, null, []);
        if (form.On > clock.Today)
            ModelState.AddModelError("Form.On", "考评的日期不能晚于今天。");
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            var refused = await desk.ReceiveAsync(files, laid => AddAsync(subject, form, laid, cancellationToken), cancellationToken);
            return this.Kept(subject.Address, "考评记录已登记。", refused);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
    }

    private Task<int> AddAsync(EvidenceSubject subject, EvidenceForm form, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(subject.Round.Id, cancellationToken);
            var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == subject.Round.Id, cancellationToken);
            round.RequireOpen();
            if (Attachment.WhyNotAdd([], files) is { } why)
                throw new RuleViolationException(why);
            var (by, now) = (User.Viewer().Name, clock.UtcNow);
            var evidence = subject.Participant is { } participant
                ? Evidence.OnBranch(participant, form.Kind!.Value, form.On!.Value, form.Content, by, now)
                : Evidence.OnReport(round.Id, subject.CommitteeId, form.Kind!.Value, form.On!.Value, form.Content, by, now);
            db.Add(evidence);
            db.AddRange(files.Select(file => new Attachment(evidence, file, by, now)));
            db.Audit.Describe(AuditEvent.EvidenceRecorded, $"{subject.AuditSubject}：{form.Kind.Value.Word()}");
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    private IActionResult Blank(EvidenceSubject? subject) => subject is null ? NotFound()
        : subject.Round.WhyNotOpen is { } why ? throw new RuleViolationException(why)
        : View("Edit", new EvidencePage(subject, new EvidenceForm { On = clock.Today }, null, []));

    private Task<EvidenceSubject?> FindBranchAsync(int participantId, CancellationToken cancellationToken) => db.FindEvidenceSubjectAsync(User.Viewer(), participantId, null, null, cancellationToken);

    private Task<EvidenceSubject?> FindReportAsync(int roundId, int committeeId, CancellationToken cancellationToken) => db.FindEvidenceSubjectAsync(User.Viewer(), null, roundId, committeeId, cancellationToken);
}
