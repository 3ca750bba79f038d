using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.PlaceTransfers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>名额调剂: places that one group does not use, moved to another with a reason (§3.6).</summary>
[Authorize(Policies.RunRound)]
public sealed class PlaceTransfersController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/place-transfers")]
    public async Task<IActionResult> Create(int roundId, int back, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, new PlaceTransferForm(), cancellationToken) is not { } page)
            return NotFound();
        // A transfer is undone by another that goes back: it is filled in here, and the rules decide like of any other.
        return View("Create", page.Round.PlaceTransfers.FirstOrDefault(transfer => transfer.Id == back) is { } made
            ? page with { Form = new PlaceTransferForm { From = made.ToGroup, To = made.FromGroup, Places = made.Places } }
            : page);
    }

    [HttpPost("/rounds/{roundId:int}/place-transfers")]
    public async Task<IActionResult> Create(int roundId, PlaceTransferForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        try
        {
            await db.ActOnRoundAsync(roundId, async round =>
            {
                if (CapQuota.WhyNotTransfer(await db.GradeAsync(round, cancellationToken), new QuotaTransfer(form.From, form.To, form.Places, form.Reason)) is { } why)
                    throw new RuleViolationException(why);
                round.TransferPlaces(form.From, form.To, form.Places, form.Reason, User.Viewer().Name, clock.UtcNow);
                db.Audit.Describe(AuditEvent.PlacesTransferred, $"{round.Year} 年度：{page.NameOf(form.From)} → {page.NameOf(form.To)} {form.Places} 个", form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message);
        }

        return this.Done($"/rounds/{roundId}/grades", $"已把 {form.Places} 个名额从{page.NameOf(form.From)}调剂给{page.NameOf(form.To)}。");
    }

    private async Task<PlaceTransferPage?> PageAsync(int roundId, PlaceTransferForm form, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Open, Rules.CapScope: not CapScope.School } round
            ? new PlaceTransferPage(round, await db.GradeAsync(round, cancellationToken), form)
            : null;
}
