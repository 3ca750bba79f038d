using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.CommitteeYears;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>A committee in a year, and all of them side by side: 业绩考核.</summary>
[Authorize(Policies.SeeCommitteeYear)]
public sealed class CommitteeYearsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int PageSize = 100;

    [HttpGet("/committees/years")]
    public async Task<IActionResult> Latest(CancellationToken cancellationToken) => Redirect($"/committees/years/{await db.PresentYearAsync(clock.Today, cancellationToken)}");

    [HttpGet("/committees/years/{year:int}")]
    public async Task<IActionResult> Index(int year, string? sort, CommitteeKind? kind, int? page, CancellationToken cancellationToken)
    {
        if (await FindListAsync(year, sort, kind, cancellationToken) is not { } list)
            return NotFound();
        var pager = Pager.Of(page, PageSize, list.Rows.Count, Request);
        return View("Index", list with { Rows = [.. list.Rows.Skip(pager.Skip).Take(PageSize)], Pager = pager });
    }

    [HttpPost("/committees/years/{year:int}/export"), NoFormKey]
    public async Task<IActionResult> Export(int year, [FromQuery] string? sort, [FromQuery] CommitteeKind? kind, CancellationToken cancellationToken)
    {
        if (await FindListAsync(year, sort, kind, cancellationToken) is not { } list)
            return NotFound();
        await db.RecordAsync(AuditEvent.FormExported, $"{year} 年二级党组织业绩考核，{list.Rows.Count} 个单位", null, cancellationToken);
        return File(Table.Write([FactColumns.Sheet(list.Rows)]), ImportsController.Workbook, $"{year}年二级党组织业绩考核.xlsx");
    }

    [HttpGet("/committees/{id:int}/years")]
    public async Task<IActionResult> LatestOf(int id, CancellationToken cancellationToken) =>
        await db.Committees.VisibleTo(User.Viewer()).AnyAsync(committee => committee.Id == id, cancellationToken)
            ? Redirect($"/committees/{id}/years/{await db.PresentYearAsync(clock.Today, cancellationToken)}") : NotFound();

    [HttpGet("/committees/{id:int}/years/{year:int}")]
    public async Task<IActionResult> Details(int id, int year, CancellationToken cancellationToken) =>
        await FindAsync(id, year, cancellationToken) is { } page ? View("Details", page) : NotFound();

    /// <summary>All that there is of a committee's year in one workbook.</summary>
    [HttpPost("/committees/{id:int}/years/{year:int}/export"), NoFormKey]
    public async Task<IActionResult> ExportOne(int id, int year, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, year, cancellationToken) is not { } page)
            return NotFound();
        var unit = page.Unit;
        var points = await db.ContactPointsAsync(unit, cancellationToken);
        var notes = await db.NotesOf(unit).Include(note => note.Branch).ToListAsync(cancellationToken);
        var plans = await db.WorkPlansAsync(unit, cancellationToken);
        var lines = await db.SecretariesAsync(db.Committees.Where(committee => committee.Id == id), year, clock.Today, cancellationToken);
        var trainings = await db.TrainingsOf(unit).AsNoTracking().Include(training => training.Person).ToListAsync(cancellationToken);
        await db.RecordAsync(AuditEvent.FormExported, $"{unit.Subject}：年度工作", null, cancellationToken);
        return File(Table.Write(CommitteeYearSheets.All(page, plans, points, notes, lines, trainings)), ImportsController.Workbook, $"{unit.Committee.Name}{year}年工作.xlsx");
    }

    private async Task<CommitteeFactsList?> FindListAsync(int year, string? sort, CommitteeKind? kind, CancellationToken cancellationToken)
    {
        var (now, today) = clock.Moment;
        if (!CommitteeYears.IsKnown(year, today) && await db.OpenedRoundAsync(year, cancellationToken) is null)
            return null;
        var facts = await db.CommitteeFactsAsync(User.Viewer(), year, null, now, cancellationToken);
        return new CommitteeFactsList(year, sort, kind, FactColumns.Sort(facts.FindAll(row => kind is null || row.Kind == kind), sort));
    }

    private async Task<CommitteeYearPage?> FindAsync(int id, int year, CancellationToken cancellationToken)
    {
        var (now, today) = clock.Moment;
        var viewer = User.Viewer();
        if (await db.FindCommitteeYearAsync(id, year, viewer, today, cancellationToken) is not { } unit)
            return null;
        var facts = (await db.CommitteeFactsAsync(viewer, year, id, now, cancellationToken)).Single();
        var replaced = unit.Round is null ? [] : await db.ReplacedSecretariesAsync(unit.Round, db.Committees.Where(committee => committee.Id == id), cancellationToken);
        return new CommitteeYearPage(unit, facts, replaced, CommitteeYears.DayOf(year, today));
    }
}
