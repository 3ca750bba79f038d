using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Standards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>评分参考标准, to read and to print.</summary>
[Authorize(Policies.SeeRound)]
public sealed class StandardsController(GradingDbContext db) : Controller
{
    [HttpGet("/standards")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var used = await db.Rounds.VisibleTo(User.Viewer()).SelectMany(round => round.Standards, (round, standard) => new { round.Year, standard.StandardId }).ToListAsync(cancellationToken);
        var years = used.OrderBy(use => use.Year).ToLookup(use => use.StandardId, use => use.Year);
        var rows = (await db.Standards.OrderBy(standard => standard.Id)
            .Select(standard => new StandardList.Row(
                standard.Id, standard.Name, standard.Kind, standard.VersionNumber, standard.IsExample, standard.Heads.Count, standard.Heads.SelectMany(head => head.Items).Count()))
            .ToListAsync(cancellationToken)).ConvertAll(row => row with { Years = [.. years[row.Id].Distinct()] });
        return View("Index", new StandardList(rows));
    }

    [HttpGet("/standards/{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        var standard = await db.Standards.AsNoTracking().Include(standard => standard.Heads).ThenInclude(head => head.Items).ThenInclude(item => item.Options)
            .AsSplitQuery().SingleOrDefaultAsync(standard => standard.Id == id, cancellationToken);
        return standard is null ? NotFound() : View("Details", standard);
    }
}
