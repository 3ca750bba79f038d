using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.HandIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The department sends a hand-in back, with the reason.</summary>
[Authorize(Policies.RunRound)]
public sealed class HandInReturnsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("/rounds/{roundId:int}/hand-ins/{committeeId:int}/{number:int}/return")]
    public async Task<IActionResult> Create(int roundId, int committeeId, int number, Guid version, string? reason, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, committeeId, cancellationToken) is not { } page || page.Unit.Standing.Versions.All(handIn => handIn.Number != number))
            return NotFound();
        try
        {
            await db.OnHandInAsync<bool>(
                page.Unit, number, version, AuditEvent.HandInSentBack,
                handIn =>
                {
                    handIn.SendBack(reason, page.Viewer.Name, clock.UtcNow);
                    return (true, reason);
                },
                cancellationToken);
            return this.Done(page.Address, $"第 {number} 版已退回{page.Unit.Name}，组织员在首页能看到理由，改好以后另交一版。");
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            return this.Refused("~/Views/HandIns/Details.cshtml", (await PageAsync(roundId, committeeId, cancellationToken))! with { Reason = reason }, refused.Message, "reason");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return this.Refused("~/Views/HandIns/Details.cshtml", (await PageAsync(roundId, committeeId, cancellationToken))! with { Reason = reason }, "您打开之后，别人在这一版上登记过。下面是最新的情况，您填的还在，看过再办。");
        }
    }

    private Task<HandInPage?> PageAsync(int roundId, int committeeId, CancellationToken cancellationToken) => HandInPage.FindAsync(db, roundId, committeeId, User.Viewer(), clock, cancellationToken);
}
