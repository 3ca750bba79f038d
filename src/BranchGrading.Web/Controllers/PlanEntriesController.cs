using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>整改记录: progress, request, acceptance, refusal, spot check and reopening of an item, each with its files.</summary>
[Authorize(Policies.RecordPlan)]
[Route("/plans/{participantId:int}/items/{itemId:int}/entries")]
public sealed class PlanEntriesController(GradingDbContext db, AttachmentDesk desk, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Plans/Item.cshtml";

    [HttpPost("")]
    [RequestSizeLimit(AttachmentDesk.MaxBody), RequestFormLimits(MultipartBodyLengthLimit = AttachmentDesk.MaxBody)]
    public async Task<IActionResult> Create(int participantId, int itemId, EntryForm form, List<IFormFile> files, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.ItemPageAsync(participantId, itemId, viewer, clock.Today, cancellationToken) is not { } page || !(page.Paper.MayFill || page.Paper.MayAct || viewer.IsDepartment))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(Page, page with { Form = form });
        try
        {
            await desk.ReceiveAsync(files, async laid =>
            {
                _ = await db.RecordEntryAsync(participantId, viewer, itemId, form.Version, form.Kind!.Value, form.Percent, form.Note, laid, () => clock.UtcNow, cancellationToken)
                    ?? throw new RuleViolationException("您不能这样办理这一项。");
            }, cancellationToken, allOrNothing: true);
            return this.Done(page.Address, DoneWith(form.Kind!.Value, page.Paper.Approver));
        }
        catch (RuleViolationException refused)
        {
            return await db.ItemPageAsync(participantId, itemId, viewer, clock.Today, cancellationToken) is { } now ? this.Refused(Page, now with { Form = form }, refused.Message) : NotFound();
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            if (await db.ItemPageAsync(participantId, itemId, viewer, clock.Today, cancellationToken) is not { } now)
                return NotFound();
            form.Version = now.Item.Version;
            ModelState.Remove("Form.Version");
            return this.Refused(Page, now with { Form = form }, "您打开之后，这一项又有新的记录，列在下面。您写的还在，看过以后再办一次。选过的附件请重新选。");
        }
    }

    private static string DoneWith(PlanEntryKind kind, string approver) => kind switch
    {
        PlanEntryKind.Progress => "进展已登记。",
        PlanEntryKind.Request => $"已申请验收，等{approver}验收。",
        PlanEntryKind.Accept => "验收通过，这一项已销号。",
        PlanEntryKind.Refuse => "验收不通过，支部会看到理由，继续整改。",
        PlanEntryKind.SpotCheck => "抽查情况已登记。",
        _ => "已重新整改，支部要再报进展、再申请验收。",
    };
}
