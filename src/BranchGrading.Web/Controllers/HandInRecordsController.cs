using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.HandIns;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.HandIns;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>What the department records about a version: that the electronic forms are there, that the paper is there with its check code, or that it goes back.</summary>
[Authorize(Policies.RunRound)]
[Route("/rounds/{roundId:int}/hand-ins/{committeeId:int}/{number:int}")]
public sealed class HandInRecordsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Meanwhile = "您打开之后，别人在这一版上登记过。下面是最新的情况，看过再办。";

    [HttpPost("receipt")]
    public Task<IActionResult> Receive(int roundId, int committeeId, int number, Guid version, CancellationToken cancellationToken) => RecordAsync(
        roundId, committeeId, number, version, AuditEvent.HandInReceived, null,
        (handIn, page) =>
        {
            handIn.Receive(page.Viewer.Name, clock.UtcNow);
            return (NoticeKind.Ok, $"已登记收到{page.Unit.Name}第 {number} 版的电子版。");
        },
        "", page => page, cancellationToken);

    [HttpPost("paper")]
    public Task<IActionResult> ReceivePaper(int roundId, int committeeId, int number, Guid version, string? code, CancellationToken cancellationToken) => RecordAsync(
        roundId, committeeId, number, version, AuditEvent.HandInPaperReceived, null,
        (handIn, page) =>
        {
            if (handIn.ReceivePaper(code, page.Viewer.Name, clock.UtcNow))
                return (NoticeKind.Ok, $"校验码一致：{page.Unit.Name}的纸质版就是第 {number} 版。");
            return (NoticeKind.Bad, page.Unit.Standing.Versions.FirstOrDefault(other => other.CheckCode == handIn.PaperCheckCode) is { } same
                ? $"校验码不一致！纸质版是第 {same.Number} 版，电子版已经是第 {number} 版。请该单位打印第 {number} 版送来。"
                : $"校验码不一致！纸质版不是{page.Unit.Name}报送的任何一版。请先对一遍有没有输错；没有输错，请该单位重新打印第 {number} 版送来，或者退回。");
        },
        "code", page => page with { Code = code }, cancellationToken);

    [HttpPost("return")]
    public Task<IActionResult> SendBack(int roundId, int committeeId, int number, Guid version, string? reason, CancellationToken cancellationToken) => RecordAsync(
        roundId, committeeId, number, version, AuditEvent.HandInSentBack, reason,
        (handIn, page) =>
        {
            handIn.SendBack(reason, page.Viewer.Name, clock.UtcNow);
            return (NoticeKind.Ok, $"第 {number} 版已退回{page.Unit.Name}，组织员在首页能看到理由，改好以后另交一版。");
        },
        "reason", page => page with { Reason = reason }, cancellationToken);

    /// <summary>Records, and says what came of it; or shows the page anew, with what was typed, beside why not.</summary>
    private async Task<IActionResult> RecordAsync(
        int roundId, int committeeId, int number, Guid version, AuditEvent happening, string? reason, Func<HandIn, HandInPage, (NoticeKind Kind, string Text)> act,
        string field, Func<HandInPage, HandInPage> typed, CancellationToken cancellationToken)
    {
        if (await PageAsync() is not { } page || page.Unit.Standing.Versions.All(handIn => handIn.Number != number))
            return NotFound();
        try
        {
            var (kind, text) = await db.OnHandInAsync(page.Unit, number, version, happening, reason, handIn => act(handIn, page), cancellationToken);
            this.Notify(kind, text);
            return Redirect(page.Address);
        }
        catch (RuleViolationException refused)
        {
            return await AgainAsync(refused.Message, field);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return await AgainAsync(Meanwhile, "");
        }

        async Task<IActionResult> AgainAsync(string why, string beside)
        {
            db.ChangeTracker.Clear();
            return this.Refused("~/Views/HandIns/Details.cshtml", typed((await PageAsync())!), why, beside);
        }

        Task<HandInPage?> PageAsync() => HandInPage.FindAsync(db, roundId, committeeId, User.Viewer(), clock, cancellationToken);
    }
}
