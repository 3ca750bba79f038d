using BranchGrading.Data;
using BranchGrading.Data.Queries;
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
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var facts = await db.Branches.VisibleTo(viewer).Where(branch => branch.Id == id)
            .Select(branch => new HistoryPage.Facts(branch.Id, branch.Name, branch.Type, branch.IsActive, branch.CommitteeId, branch.Committee.Name, branch.Founded))
            .SingleOrDefaultAsync(cancellationToken);
        if (facts is null)
            return NotFound();
        var history = await db.HistoryAsync(id, viewer, cancellationToken);
        var seesCommittee = await db.Committees.VisibleTo(viewer).AnyAsync(committee => committee.Id == facts.CommitteeId, cancellationToken);
        return View("Details", new HistoryPage(facts, history, seesCommittee, viewer.SeesSchool));
    }
}
