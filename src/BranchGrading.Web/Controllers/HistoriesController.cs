using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Histories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>支部历史: for whoever may see the branch now.</summary>
[Authorize(Policies.SeeOrganisation)]
public sealed class HistoriesController(GradingDbContext db) : Controller
{
    [HttpGet("/branches/{id:int}/history")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, cancellationToken) is { } page ? View("Details", page) : NotFound();

    [HttpPost("/branches/{id:int}/history/export"), NoFormKey]
    public async Task<IActionResult> Export(int id, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, cancellationToken) is not { } page)
            return NotFound();
        await db.RecordAsync(AuditEvent.FormExported, $"{page.Branch.Name}：历史", null, cancellationToken);
        return File(Table.Write(HistorySheets.Of(page)), ImportsController.Workbook, $"{page.Branch.Name}历史.xlsx");
    }

    private async Task<HistoryPage?> PageAsync(int id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var facts = await db.Branches.VisibleTo(viewer).Where(branch => branch.Id == id)
            .Select(branch => new HistoryPage.Facts(branch.Id, branch.Name, branch.Type, branch.IsActive, branch.CommitteeId, branch.Committee.Name, branch.Founded))
            .SingleOrDefaultAsync(cancellationToken);
        if (facts is null)
            return null;
        var history = await db.HistoryAsync(id, viewer, cancellationToken);
        var seesCommittee = await db.Committees.VisibleTo(viewer).AnyAsync(committee => committee.Id == facts.CommitteeId, cancellationToken);
        return new HistoryPage(facts, history, seesCommittee, viewer.SeesSchool);
    }
}
