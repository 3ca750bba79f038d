using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Additions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>补充参评: branches founded, or forgotten, after the opening of a round.</summary>
[Authorize(Policies.RunRound)]
public sealed class AdditionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/additions")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken)
    {
        if (await FindRoundAsync(roundId, cancellationToken) is not { } round)
            return NotFound();
        var branches = await Outside(roundId).OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder)
            .Select(branch => new AdditionRow(branch.Id, branch.Name, branch.Committee.Name, branch.Type)).ToListAsync(cancellationToken);
        return View("Index", new AdditionList(round, branches));
    }

    [HttpGet("/rounds/{roundId:int}/additions/{branchId:int}")]
    public async Task<IActionResult> Create(int roundId, int branchId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, branchId, new AdditionForm(), cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/additions/{branchId:int}")]
    public async Task<IActionResult> Create(int roundId, int branchId, AdditionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, branchId, form, cancellationToken) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        try
        {
            await db.AddLateAsync(roundId, branchId, form.Reason, User.Viewer().Name, clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message, "Form.Reason");
        }

        return this.Done($"/rounds/{roundId}/participants", $"「{page.Branch.Name}」已补充参加本年度评定。");
    }

    private async Task<GradingRound?> FindRoundAsync(int roundId, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Open } round ? round : null;

    /// <summary>Active branches that the round does not know.</summary>
    private IQueryable<Branch> Outside(int roundId) => db.Branches.AsNoTracking()
        .Where(branch => branch.IsActive && !db.Participants.Any(participant => participant.RoundId == roundId && participant.BranchId == branch.Id));

    private async Task<AdditionPage?> PageAsync(int roundId, int branchId, AdditionForm form, CancellationToken cancellationToken) =>
        await FindRoundAsync(roundId, cancellationToken) is { } round
        && await Outside(roundId).Include(branch => branch.Committee).SingleOrDefaultAsync(branch => branch.Id == branchId, cancellationToken) is { } branch
            ? new AdditionPage(round, branch, await db.FindReportAsync(roundId, branch.CommitteeId, cancellationToken) is { IsSubmitted: true }, form)
            : null;
}
