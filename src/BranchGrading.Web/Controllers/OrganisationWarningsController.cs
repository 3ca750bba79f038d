using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.OrganisationWarnings;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>组织提醒: what is worth looking at in the branches in sight; none of it stands in the way of anything.</summary>
[Authorize(Policies.SeeOrganisation)]
public sealed class OrganisationWarningsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int PageSize = 50;

    [HttpGet("/organisation-warnings")]
    public async Task<IActionResult> Index(WarningFilter filter, int? page, CancellationToken cancellationToken)
    {
        var all = await db.WarningsAsync(db.Branches.VisibleTo(User.Viewer()), clock.Today, cancellationToken);
        var rows = Rows(all, filter);
        var pager = Pager.Of(page, PageSize, rows.Count, Request);
        var counts = Rows(all, filter with { Kind = null }).CountBy(row => row.Warning.Kind).ToDictionary();
        return View("Index", new WarningList(
            filter, [.. rows.Skip(pager.Skip).Take(PageSize)], counts, [.. all.Select(branch => (branch.CommitteeId, branch.Committee)).Distinct()], pager));
    }

    [HttpPost("/organisation-warnings/export"), NoFormKey]
    public async Task<IActionResult> Export([FromQuery] WarningFilter filter, CancellationToken cancellationToken)
    {
        var rows = Rows(await db.WarningsAsync(db.Branches.VisibleTo(User.Viewer()), clock.Today, cancellationToken), filter);
        await db.RecordAsync(AuditEvent.FormExported, $"组织提醒，{rows.Count} 条", null, cancellationToken);
        var table = new Table(
            "组织提醒",
            [new("二级党组织", 30, IsNumber: false), new("党支部", 36, IsNumber: false), new("提醒", 24, IsNumber: false), new("说明", 60, IsNumber: false)],
            [.. rows.Select(row => (IReadOnlyList<object?>)[row.Committee, row.Branch, row.Warning.Kind.Word(), row.Warning.Text])]);
        return File(Table.Write([table]), ImportsController.Workbook, "组织提醒.xlsx");
    }

    private static List<WarningRow> Rows(IEnumerable<WarnedBranch> branches, WarningFilter filter) =>
    [
        .. branches.Where(branch => filter.Committee is null || branch.CommitteeId == filter.Committee)
            .SelectMany(branch => branch.Warnings.Where(warning => filter.Kind is null || warning.Kind == filter.Kind).Select(warning => new WarningRow(branch.BranchId, branch.Name, branch.Committee, warning))),
    ];
}
