using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Openings;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>Opening a round: what was prepared is frozen, and the work begins.</summary>
[Authorize(Policies.RunRound)]
public sealed class OpeningsController(GradingDbContext db, WorkRunner works, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/opening")]
    public async Task<IActionResult> Create(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/opening"), ActionName("Create"), NoFormKey]
    public async Task<IActionResult> Open(int roundId, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, cancellationToken) is not { } page)
            return NotFound();
        if (page.WhyNot is { } why)
            return this.Refused("Create", page, why);
        var viewer = User.Viewer();
        var work = await works.StartAsync(db.Audit, $"开始 {page.Round.Year} 年度", async (services, progress, stop) =>
        {
            progress.Report(0, page.Types.Values.Sum(), $"正在定下 {page.Types.Values.Sum()} 个支部的名称、类型、书记和人数。");
            await services.GetRequiredService<GradingDbContext>().OpenRoundAsync(roundId, viewer.Name, clock.UtcNow, stop);
            return new WorkResult($"{page.Round.Year} 年度已开始。", $"/rounds/{roundId}");
        });
        return Redirect($"/works/{work.Id}");
    }

    private async Task<OpeningPage?> PageAsync(int roundId, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: false } round)
            return null;
        var excluded = round.Exclusions.Select(exclusion => exclusion.BranchId).ToList();
        var types = await db.Branches.Where(branch => branch.IsActive && !excluded.Contains(branch.Id)).GroupBy(branch => branch.Type)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var without = await db.Branches.Where(branch => branch.IsActive && !branch.Terms.Any(term => term.Post == Post.Secretary && term.To == null))
            .OrderBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id).Select(branch => branch.Name).Take(20).ToListAsync(cancellationToken);
        var graded = await db.PastGrades.Where(grade => grade.Year < round.Year && grade.Branch.IsActive && !excluded.Contains(grade.BranchId)).Select(grade => grade.BranchId).Distinct().CountAsync(cancellationToken);
        return new OpeningPage(round, types, without, graded);
    }
}
