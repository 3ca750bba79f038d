using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.StandardPreviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>What a secretary of a branch type will see of a standard; nothing is stored.</summary>
[Authorize(Policies.SeeRound)]
public sealed class StandardPreviewsController(GradingDbContext db) : Controller
{
    [HttpGet("/standards/{standardId:int}/preview")]
    public async Task<IActionResult> Details(int standardId, BranchType? type, CancellationToken cancellationToken)
    {
        if (await db.FindStandardAsync(standardId, cancellationToken) is not { } standard)
            return NotFound();
        var types = standard.Kind.BranchTypes();
        return View("Details", new PreviewPage(standard, type is { } chosen && types.Contains(chosen) ? chosen : types[0]));
    }
}
