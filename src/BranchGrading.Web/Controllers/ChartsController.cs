using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Charts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>图表: the pictures of a round, each with its table; they show the whole school.</summary>
[Authorize(Policies.SeeGrades)]
public sealed class ChartsController(GradingDbContext db) : Controller
{
    [HttpGet("/rounds/{roundId:int}/charts")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, cancellationToken) is { } page ? View("Index", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/charts/export"), NoFormKey]
    public async Task<IActionResult> Export(int roundId, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, cancellationToken) is not { } page)
            return NotFound();
        await db.RecordAsync(AuditEvent.FormExported, $"{page.Round.Year} 年度图表的数据表", null, cancellationToken);
        return File(Table.Write(page.Pictures.Select(picture => picture.Table)), ImportsController.Workbook, $"图表数据-{page.Round.Year}.xlsx");
    }

    private async Task<ChartPage?> PageAsync(int roundId, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return null;
        var rows = await db.PictureRowsAsync(round, cancellationToken);
        return new ChartPage(round, rows.Count, RoundPictures.Of(round, rows, await db.YearSharesAsync(round, rows.Select(row => row.Grade), cancellationToken)));
    }
}
