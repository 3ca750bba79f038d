using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Publicity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>公示: names and grades for everybody who sees results, the notice to be posted, and where objections are received.</summary>
[Authorize(Policies.SeeResults)]
public sealed class PublicityController(GradingDbContext db, SchoolProfile school, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/publicity")]
    public async Task<IActionResult> Details(int roundId, string? q, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { Publication: { } publication } round)
            return NotFound();
        return View("Details", new PublicityPage(round, await db.NamedGradesAsync(publication.Id, cancellationToken), q, clock.Today)
        {
            Own = await db.Objections.CountAsync(objection => objection.RoundId == roundId && objection.RaisedByAccountId == viewer.AccountId, cancellationToken),
        });
    }

    [HttpGet("/rounds/{roundId:int}/publicity/notice"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Notice(int roundId, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Publication: { PublicityDays: > 0 } publication } round
            ? View("Notice", new NoticePage(round, await db.NoticedGradesAsync(publication.Id, cancellationToken), await school.GetAsync(cancellationToken)))
            : NotFound();

    [HttpGet("/rounds/{roundId:int}/publicity/edit"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Edit(int roundId, CancellationToken cancellationToken) =>
        await FindAsync(roundId, cancellationToken) is { } round ? View("Edit", new PublicityEditPage(round, PublicityForm.Of(round.Publication!))) : NotFound();

    [HttpPost("/rounds/{roundId:int}/publicity"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Edit(int roundId, PublicityForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, cancellationToken) is not { } round)
            return NotFound();
        var page = new PublicityEditPage(round, form);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ReceiveObjectionsAtAsync(roundId, publication => PublicityForm.Of(publication).Version == form.Version, form.Telephone, form.Place, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            if (await FindAsync(roundId, cancellationToken) is not { Publication: { } publication })
                throw;
            return this.Stale("Edit", form, PublicityForm.Of(publication), page);
        }

        return this.Done($"/rounds/{roundId}/publication", "已保存。公示稿和公示页面用新的电话和地点，张贴的公示稿请重新打印。");
    }

    private async Task<GradingRound?> FindAsync(int roundId, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Published } round ? round : null;
}
