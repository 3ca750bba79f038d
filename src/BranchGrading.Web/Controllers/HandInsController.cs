using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.HandIns;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.HandIns;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>报送: the department's list of all committees, and a committee's own page with its versions.</summary>
[Authorize(Policies.SeeHandIns)]
[Route("/rounds/{roundId:int}/hand-ins")]
public sealed class HandInsController(GradingDbContext db, HandInDesk desk, SchoolProfile school, SchoolClock clock) : Controller
{
    [HttpGet(""), Authorize(Policies.SeeReports)]
    public async Task<IActionResult> Index(int roundId, HandInFilter filter, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var (now, all) = (clock.UtcNow, await db.HandInsAsync(round, null, cancellationToken));
        var found = all.FindAll(unit => filter.Takes(unit, now));
        var pager = Pager.Of(filter.Page, HandInList.PageSize, found.Count, Request);
        return View("Index", new HandInList(round, filter, all, [.. found.Skip(pager.Skip).Take(pager.Size)], pager, now, User.Viewer().IsDepartment));
    }

    [HttpPost("export"), NoFormKey, Authorize(Policies.SeeReports)]
    public async Task<IActionResult> Export(int roundId, HandInFilter filter, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var now = clock.UtcNow;
        var found = (await db.HandInsAsync(round, null, cancellationToken)).FindAll(unit => filter.Takes(unit, now));
        await db.RecordAsync(AuditEvent.FormExported, $"{round.Year} 年度报送情况，{found.Count} 个二级党组织", null, cancellationToken);
        return File(Table.Write([HandInList.Sheet(found, now, clock)]), ImportsController.Workbook, $"报送情况-{round.Year}.xlsx");
    }

    [HttpGet("{committeeId:int}")]
    public async Task<IActionResult> Details(int roundId, int committeeId, bool compare, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, committeeId, cancellationToken) is not { } page)
            return NotFound();
        // Both forms are made anew for it, so only who asks waits.
        return View("Details", compare && page is { Leads: true, Latest: not null } ? page with { Changes = await desk.ChangesAsync(page.Unit, cancellationToken) } : page);
    }

    /// <summary>报送单, to be printed, signed and sealed.</summary>
    [HttpGet("{committeeId:int}/{number:int}")]
    public async Task<IActionResult> Print(int roundId, int committeeId, int number, CancellationToken cancellationToken) =>
        await db.FindHandInsAsync(roundId, committeeId, User.Viewer(), cancellationToken) is { } unit && unit.Standing.Versions.FirstOrDefault(handIn => handIn.Number == number) is { } handIn
            ? View("Print", new HandInSlip(unit, handIn, (await school.GetAsync(cancellationToken)).DepartmentName))
            : NotFound();

    /// <summary>Hands in. The form says how many versions there were, so that nobody hands in on top of one they did not see.</summary>
    [HttpPost("{committeeId:int}"), Authorize(Policies.Report)]
    public async Task<IActionResult> Create(int roundId, int committeeId, int? versions, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, committeeId, cancellationToken) is not { Leads: true } page)
            return NotFound();
        try
        {
            if (page.WhyNot is { } late)
                throw new RuleViolationException(late);
            if (page.Unit.Missing.Count > 0)
                throw new RuleViolationException("还不能报送，缺什么见下面。");
            if (versions != page.Unit.Standing.Versions.Count)
                throw new RuleViolationException("您打开之后，已经有人报送了一版。下面是最新的情况，看过再决定要不要另交一版。");
            var handIn = await desk.HandInAsync(page.Unit, page.Viewer, cancellationToken);
            return this.Done(page.Address, $"第 {handIn.Number} 版已经报送党委组织部，校验码 {HandIn.Grouped(handIn.CheckCode)}。请打印报送单和两张表，签字盖章后送去。");
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            return this.Refused("Details", (await PageAsync(roundId, committeeId, cancellationToken))!, refused.Message);
        }
    }

    private Task<HandInPage?> PageAsync(int roundId, int committeeId, CancellationToken cancellationToken) => HandInPage.FindAsync(db, roundId, committeeId, User.Viewer(), clock, cancellationToken);
}
