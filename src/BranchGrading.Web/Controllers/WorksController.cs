using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Shared;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>How far long work is, and what came of it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class WorksController(WorkRunner works) : Controller
{
    [HttpGet("/works/{id:guid}")]
    public IActionResult Details(Guid id)
    {
        if (works.Find(id, User.Viewer().AccountId) is not { } work)
            return NotFound();
        if (Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
            return Json(new { work.Done, work.Total, work.Text, work.IsFinished });
        if (work.Result is { Address: { } address } result)
            return this.Done(address, result.Text);
        return View("Details", work);
    }

    [HttpGet("/works/{id:guid}/file")]
    public IActionResult File(Guid id) => works.Find(id, User.Viewer().AccountId)?.Result?.File is { } file && file.Open() is { } content
        ? File(content, file.ContentType, file.Name)
        : NotFound();
}
