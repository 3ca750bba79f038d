using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Bars;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>查询限制: whether a person is barred from rewards or promotion on a day (§3.9). Every look-up leaves a row in the audit, so it is a POST.</summary>
[Authorize(Policies.LookUpBars)]
public sealed class BarsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/bars")]
    public IActionResult Index() => View("Index", new BarPage(new BarForm { Date = clock.Today }, null));

    [HttpPost("/bars"), NoFormKey]
    public async Task<IActionResult> Create(BarForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.Again("Index", new BarPage(form, null));
        var found = await db.BarsAsync(form.Asked, cancellationToken);
        await db.RecordAsync(AuditEvent.BarLookedUp, $"{form.Asked.Trim()}，{form.Date:yyyy年M月d日}", null, cancellationToken);
        return View("Index", new BarPage(form, found));
    }
}
