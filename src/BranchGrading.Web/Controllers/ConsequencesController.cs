using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Consequences;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>结果运用: who may be recommended, and who is barred from what until when (§3.9).</summary>
[Authorize(Policies.RunRound)]
public sealed class ConsequencesController(GradingDbContext db) : Controller
{
    [HttpGet("/rounds/{roundId:int}/consequences")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, cancellationToken) is { } page ? View("Index", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/consequences/export"), NoFormKey]
    public async Task<IActionResult> Export(int roundId, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, cancellationToken) is not { } page)
            return NotFound();
        await db.RecordAsync(AuditEvent.FormExported, $"{page.Round.Year} 年度结果运用清单", null, cancellationToken);
        return File(Table.Write(ConsequenceTables.Of(page.Recommendable, page.Barred)), ImportsController.Workbook, $"结果运用-{page.Round.Year}.xlsx");
    }

    private async Task<ConsequencePage?> PageAsync(int roundId, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Final } round
            ? new ConsequencePage(round, await db.RecommendableAsync(round, cancellationToken), await db.BarredAsync(round, cancellationToken))
            : null;
}
