using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Openings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>Opening a round: what was prepared is frozen, and the work begins.</summary>
[Authorize(Policies.RunRound)]
public sealed class OpeningsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/opening")]
    public async Task<IActionResult> Create(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/opening"), ActionName("Create")]
    public async Task<IActionResult> Open(int roundId, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, cancellationToken) is not { } page)
            return NotFound();
        try
        {
            await db.ActOnRoundAsync(roundId, async round =>
            {
                var branches = await db.Branches.Include(branch => branch.Committee).Include(branch => branch.Terms.Where(term => term.To == null && term.Post == Post.Secretary)).ThenInclude(term => term.Person)
                    .Where(branch => branch.IsActive).OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder)
                    .AsSplitQuery().ToListAsync(cancellationToken);
                round.Open(branches, User.Viewer().Name, clock.UtcNow);
                db.Audit.Describe(AuditEvent.RoundOpened, $"{round.Year} 年度，{round.Participants.Count} 个支部");
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message);
        }

        return this.Done($"/rounds/{roundId}", $"{page.Round.Year} 年度已开始。");
    }

    private async Task<OpeningPage?> PageAsync(int roundId, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: false } round)
            return null;
        var excluded = round.Exclusions.Select(exclusion => exclusion.BranchId).ToList();
        var types = await db.Branches.Where(branch => branch.IsActive && !excluded.Contains(branch.Id)).GroupBy(branch => branch.Type)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var without = await db.Branches.Where(branch => branch.IsActive && !branch.Terms.Any(term => term.Post == Post.Secretary && term.To == null)).Select(branch => branch.Name).Take(20).ToListAsync(cancellationToken);
        var graded = await db.PastGrades.Where(grade => grade.Year < round.Year).Select(grade => grade.BranchId).Distinct().CountAsync(cancellationToken);
        return new OpeningPage(round, types, without, graded);
    }
}
