using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.PublicPages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>公开页面: names and grades without signing in, while the publicity runs and the department has switched it on.</summary>
public sealed class PublicPagesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/publicity"), AllowAnonymous]
    public async Task<IActionResult> Details(CancellationToken cancellationToken)
    {
        var open = await db.Rounds.AsNoTracking().Include(round => round.Publication).Where(round => round.Publication != null && round.Publication.IsPublic && round.Publication.FinalAt == null)
            .OrderByDescending(round => round.Year).ToListAsync(cancellationToken);
        if (open.Find(round => round.Publication!.IsRunning(clock.Today)) is not { } round)
            return NotFound();
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        return View("Details", new PublicPage(round.Year, round.Publication!, await db.NamedGradesAsync(round.Publication!.Id, cancellationToken)));
    }

    [HttpPost("/rounds/{roundId:int}/publicity/page"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Edit(int roundId, PublicPageForm form, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { Stage: RoundStage.Published })
            return NotFound();
        if (form.IsPublic is not { } isPublic)
            return BadRequest();
        await db.ShowToPublicAsync(roundId, isPublic, cancellationToken);
        return this.Done($"/rounds/{roundId}/publication", isPublic ? "公开页面已开启，公示结束后自动关闭。" : "公开页面已关闭。");
    }
}
