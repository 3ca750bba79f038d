using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.FloatingMembers;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>流动党员 of all branches in sight, by committee.</summary>
[Authorize(Policies.SeeOrganisation)]
public sealed class FloatingMembersController(GradingDbContext db) : Controller
{
    private const int PageSize = 50;

    [HttpGet("/floating-members")]
    public async Task<IActionResult> Index(int? committee, string? host, int? page, CancellationToken cancellationToken)
    {
        var found = Matching(committee, host);
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        var committees = await db.FloatingByCommitteeAsync(db.Branches.VisibleTo(User.Viewer()), cancellationToken);
        return View("Index", new FloatingList(committee, host, committees, await RowsAsync(found.Skip(pager.Skip).Take(PageSize), cancellationToken), pager));
    }

    [HttpPost("/floating-members/export"), NoFormKey]
    public async Task<IActionResult> Export([FromQuery] int? committee, [FromQuery] string? host, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(Matching(committee, host), cancellationToken);
        var committees = await db.FloatingByCommitteeAsync(db.Branches.VisibleTo(User.Viewer()).Where(branch => committee == null || branch.CommitteeId == committee), cancellationToken);
        await db.RecordAsync(AuditEvent.FormExported, $"流动党员，{rows.Count} 处", null, cancellationToken);
        var units = new Table(
            "各二级党组织",
            [new("二级党组织", 30, IsNumber: false), new("有流动党员的支部", 18), new("流动党员", 12), new("已落实", 12), new("覆盖（%）", 12), new("情况", 18, IsNumber: false)],
            [.. committees.Select(unit => (IReadOnlyList<object?>)[unit.Committee, unit.Branches, unit.Coverage.Members, unit.Coverage.Settled, unit.Coverage.Percent, unit.Coverage.IsComplete ? "党组织全覆盖" : ""])]);
        var places = new Table(
            "去向",
            [new("二级党组织", 30, IsNumber: false), new("党支部", 36, IsNumber: false), new("流动去向", 24, IsNumber: false), new("人数", 8), new("参加组织生活的党组织", 50, IsNumber: false)],
            [.. rows.Select(row => (IReadOnlyList<object?>)[row.Committee, row.Branch, row.Place, row.Count, row.Host])]);
        return File(Table.Write([units, places]), ImportsController.Workbook, "流动党员.xlsx");
    }

    private IQueryable<FloatingMembers> Matching(int? committee, string? host)
    {
        var found = db.FloatingOf(db.Branches.VisibleTo(User.Viewer()));
        if (committee is { } unit)
            found = found.Where(floating => floating.Branch.CommitteeId == unit);
        return host == FloatingList.Open ? found.Where(floating => floating.Host == null) : found;
    }

    private static Task<List<FloatingList.Row>> RowsAsync(IQueryable<FloatingMembers> found, CancellationToken cancellationToken) => found
        .Select(floating => new FloatingList.Row(floating.BranchId, floating.Branch.Name, floating.Branch.Committee.Name, floating.Place, floating.Count, floating.Host)).ToListAsync(cancellationToken);
}
