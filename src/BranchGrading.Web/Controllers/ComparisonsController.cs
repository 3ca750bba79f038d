using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Comparisons;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>年度对比: any two years whose grades are known, by branch, and the 晋位升级率 of every committee.</summary>
[Authorize(Policies.SeeRound)]
public sealed class ComparisonsController(GradingDbContext db) : Controller
{
    [HttpGet("/comparisons")]
    public async Task<IActionResult> Index(ComparisonFilter filter, CancellationToken cancellationToken) =>
        await PageAsync(filter, cancellationToken) is { } page ? View("Index", page) : View("Empty");

    [HttpPost("/comparisons/export"), NoFormKey]
    public async Task<IActionResult> Export(ComparisonFilter filter, CancellationToken cancellationToken)
    {
        if (await PageAsync(filter, cancellationToken) is not { } page)
            throw new RuleViolationException("还没有两个年度的等级，没有可以对比的。");
        await db.RecordAsync(AuditEvent.FormExported, $"{page.From} 与 {page.To} 年度对比", null, cancellationToken);
        return File(Table.Write([page.Branches, page.Rates, page.Flow.Table]), ImportsController.Workbook, $"年度对比-{page.From}-{page.To}.xlsx");
    }

    private async Task<ComparisonPage?> PageAsync(ComparisonFilter filter, CancellationToken cancellationToken)
    {
        var years = await db.GradedYearsAsync(cancellationToken);
        return filter.Among(years) is var (from, to) ? new ComparisonPage(years, from, to, await db.CompareAsync(User.Viewer(), from, to, cancellationToken), filter, Request) : null;
    }
}
