using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>档案: everything of a round in one zip, for the department.</summary>
[Authorize(Policies.RunRound)]
public sealed class ArchivesController(GradingDbContext db, WorkRunner works) : Controller
{
    [HttpPost("/rounds/{roundId:int}/archive"), NoFormKey]
    public async Task<IActionResult> Create(int roundId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var work = await works.StartAsync(db.Audit, $"{round.Year} 年度档案", async (services, work, cancelled) =>
            new WorkResult("档案已做好，下载后解压，先看「目录.html」。", File: await services.GetRequiredService<RoundArchive>().PackAsync(roundId, viewer, work, cancelled)));
        return Redirect($"/works/{work.Id}");
    }
}
