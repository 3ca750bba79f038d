using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.OwnObjections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>Objections on line: raised by whoever sees results, and read by the same person alone.</summary>
[Authorize(Policies.SeeResults)]
public sealed class OwnObjectionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/publicity/objections")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { Publication: not null } round)
            return NotFound();
        return View("Index", new OwnObjectionList(round, clock.Today, await db.Objections.AsNoTracking().Include(objection => objection.Participant)
            .Where(objection => objection.RoundId == roundId && objection.RaisedByAccountId == viewer.AccountId).OrderBy(objection => objection.Number).ToListAsync(cancellationToken)));
    }

    [HttpGet("/rounds/{roundId:int}/publicity/objections/new")]
    public async Task<IActionResult> Create(int roundId, int? branch, CancellationToken cancellationToken) =>
        await PageAsync(roundId, new OwnObjectionForm { ParticipantId = branch }, cancellationToken) is { } page ? View("Create", page) : NotFound();

    /// <summary>Without a form key, which would keep the account beside the time; the same objection sent twice is one anyway.</summary>
    [HttpPost("/rounds/{roundId:int}/publicity/objections"), NoFormKey]
    public async Task<IActionResult> Create(int roundId, OwnObjectionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.ParticipantId is { } chosen && !page.Has(chosen))
            ModelState.AddModelError("Form.ParticipantId", "请从列表里选择支部。");
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        try
        {
            var objection = await db.RaiseAsync(roundId, form.ParticipantId!.Value, User.Viewer(), form.Contact, form.Statement, () => clock.Moment, cancellationToken);
            return this.Done($"/rounds/{roundId}/publicity/objections", $"异议已提出，编号第 {objection.Number} 号。党委组织部受理、核查以后，在这里答复您。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message);
        }
    }

    private async Task<OwnObjectionPage?> PageAsync(int roundId, OwnObjectionForm form, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Published, Publication: { PublicityDays: > 0 } publication } round
            ? new OwnObjectionPage(round, form, await db.NamedGradesAsync(publication.Id, cancellationToken), publication.IsRunning(clock.Today))
            : null;
}
