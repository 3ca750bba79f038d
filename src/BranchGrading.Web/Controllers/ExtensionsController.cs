using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Extensions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>延期: later deadlines for single committees or branches, with the reason (§2).</summary>
[Authorize(Policies.RunRound)]
public sealed class ExtensionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/extensions")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        return View("Index", new ExtensionList(round, await db.Extensions.AsNoTracking().Where(extension => extension.RoundId == roundId)
            .OrderByDescending(extension => extension.Id)
            .Select(extension => new ExtensionList.Row(
                db.Participants.Where(participant => participant.RoundId == roundId && participant.CommitteeId == extension.CommitteeId).Select(participant => participant.CommitteeName).First(),
                db.Participants.Where(participant => participant.Id == extension.ParticipantId).Select(participant => participant.BranchName).FirstOrDefault(),
                extension.Kind, extension.Until, extension.Reason, extension.GrantedBy, extension.GrantedAt))
            .ToListAsync(cancellationToken)));
    }

    [HttpGet("/rounds/{roundId:int}/extensions/new")]
    public async Task<IActionResult> Create(int roundId, int? committee, CancellationToken cancellationToken) =>
        await PageAsync(roundId, new ExtensionForm { CommitteeId = committee ?? 0 }, cancellationToken) is { } page && (committee is null || page.Branches.Count > 0) ? View("Create", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/extensions")]
    public async Task<IActionResult> Create(int roundId, ExtensionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        form.Check(page.Round, clock, ModelState);
        if (page.Branches.Count == 0)
            ModelState.AddModelError("", "请先选择给哪个二级党组织延期。");
        else if (form.ParticipantId is { } id && page.Branches.All(branch => branch.Id != id))
            ModelState.AddModelError("Form.ParticipantId", "这个二级党组织里没有这个支部。");
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        var until = clock.Deadline(form.Day!.Value, form.Hour);
        var whom = page.Branches.FirstOrDefault(branch => branch.Id == form.ParticipantId)?.BranchName;
        db.Add(new DeadlineExtension(roundId, form.CommitteeId, form.ParticipantId, form.Kind!.Value, until, form.Reason, User.Viewer().Name, clock.UtcNow));
        db.Audit.Describe(AuditEvent.DeadlineExtended, $"{page.Round.Year} 年度 {page.CommitteeName}{(whom is null ? "" : $" {whom}")}：{form.Kind.Value.Word()}延到 {clock.Show(until)}", form.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/rounds/{roundId}/extensions", $"{whom ?? page.CommitteeName}的{form.Kind.Value.Word()}已延到 {clock.Show(until)}。");
    }

    private async Task<ExtensionPage?> PageAsync(int roundId, ExtensionForm form, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true, Stage: not RoundStage.Final } round)
            return null;
        var committees = await db.Participants.Where(participant => participant.RoundId == roundId)
            .Select(participant => new { participant.CommitteeId, participant.CommitteeName, participant.CommitteeOrder }).Distinct()
            .OrderBy(unit => unit.CommitteeOrder).ThenBy(unit => unit.CommitteeId).ToListAsync(cancellationToken);
        return new ExtensionPage(
            round, committees.ConvertAll(unit => new SelectListItem(unit.CommitteeName, $"{unit.CommitteeId}", unit.CommitteeId == form.CommitteeId)),
            await db.ParticipantsAsync(roundId, form.CommitteeId, cancellationToken), form);
    }
}
