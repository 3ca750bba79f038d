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

/// <summary>The department records that it has the electronic forms.</summary>
[Authorize(Policies.RunRound)]
public sealed class HandInReceiptsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("/rounds/{roundId:int}/hand-ins/{committeeId:int}/{number:int}/receipt")]
    public async Task<IActionResult> Create(int roundId, int committeeId, int number, Guid version, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, committeeId, cancellationToken) is not { } page || page.Unit.Standing.Versions.All(handIn => handIn.Number != number))
            return NotFound();
        try
        {
            await db.OnHandInAsync<bool>(
                page.Unit, number, version, AuditEvent.HandInReceived,
                handIn =>
                {
                    handIn.Receive(page.Viewer.Name, clock.UtcNow);
                    return (true, null);
                },
                cancellationToken);
            return this.Done(page.Address, $"已登记收到{page.Unit.Name}第 {number} 版的电子版。");
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            return this.Refused("~/Views/HandIns/Details.cshtml", (await PageAsync(roundId, committeeId, cancellationToken))!, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return this.Refused("~/Views/HandIns/Details.cshtml", (await PageAsync(roundId, committeeId, cancellationToken))!, "您打开之后，别人在这一版上登记过。下面是最新的情况，您填的还在，看过再办。");
        }
    }

    private Task<HandInPage?> PageAsync(int roundId, int committeeId, CancellationToken cancellationToken) => HandInPage.FindAsync(db, roundId, committeeId, User.Viewer(), clock, cancellationToken);
}
