using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Grades;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>评定: every branch of a round with its grade and the reasons; for the department and the inspectors.</summary>
[Authorize(Policies.SeeGrades)]
public sealed class GradesController(GradingDbContext db) : Controller
{
    [HttpGet("/rounds/{roundId:int}/grades")]
    public async Task<IActionResult> Index(int roundId, GradeFilter filter, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        return View("Index", new GradeList(await db.SheetAsync(round, cancellationToken), filter, viewer.IsDepartment));
    }

    [HttpGet("/rounds/{roundId:int}/grades/{participantId:int}")]
    public async Task<IActionResult> Details(int roundId, int participantId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        if (await db.FindGradeAsync(round, participantId, viewer, cancellationToken) is not { } grade)
            return NotFound();
        return View("Details", new GradePage(round, grade, viewer.IsDepartment && round.Publication is null)
        {
            Evidence = await db.EvidenceOnBranchAsync(participantId, cancellationToken),
            Items = await db.ItemsAsync(participantId, viewer, cancellationToken),
        });
    }
}
