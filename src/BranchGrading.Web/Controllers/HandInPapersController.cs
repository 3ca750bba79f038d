using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.HandIns;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The department records that it has the paper, with the check code typed from it.</summary>
[Authorize(Policies.RunRound)]
public sealed class HandInPapersController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("/rounds/{roundId:int}/hand-ins/{committeeId:int}/{number:int}/paper")]
    public async Task<IActionResult> Create(int roundId, int committeeId, int number, Guid version, string? code, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, committeeId, cancellationToken) is not { } page || page.Unit.Standing.Versions.All(handIn => handIn.Number != number))
            return NotFound();
        try
        {
            var (agrees, same) = await db.OnHandInAsync(
                page.Unit, number, version, AuditEvent.HandInPaperReceived,
                handIn => ((handIn.ReceivePaper(code, page.Viewer.Name, clock.UtcNow), page.Unit.Standing.Versions.FirstOrDefault(other => other.CheckCode == handIn.PaperCheckCode)), (string?)null),
                cancellationToken);
            if (agrees)
                return this.Done(page.Address, $"校验码一致：{page.Unit.Name}的纸质版就是第 {number} 版。");
            this.Notify(NoticeKind.Bad, same is null
                ? $"校验码不一致！纸质版不是{page.Unit.Name}报送的任何一版。请先对一遍有没有输错；没有输错，请该单位重新打印第 {number} 版送来，或者退回。"
                : $"校验码不一致！纸质版是第 {same.Number} 版，电子版已经是第 {number} 版。请该单位打印第 {number} 版送来。");
            return Redirect(page.Address);
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            return this.Refused("~/Views/HandIns/Details.cshtml", (await PageAsync(roundId, committeeId, cancellationToken))! with { Code = code }, refused.Message, "code");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return this.Refused("~/Views/HandIns/Details.cshtml", (await PageAsync(roundId, committeeId, cancellationToken))! with { Code = code }, "您打开之后，别人在这一版上登记过。下面是最新的情况，您填的还在，看过再办。");
        }
    }

    private Task<HandInPage?> PageAsync(int roundId, int committeeId, CancellationToken cancellationToken) => HandInPage.FindAsync(db, roundId, committeeId, User.Viewer(), clock, cancellationToken);
}
