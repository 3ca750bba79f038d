using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.OrganisationChanges;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>党组织变动: what was recorded, and where the recording of each kind begins.</summary>
[Authorize(Policies.SeeOrganisationChanges)]
public sealed class OrganisationChangesController(GradingDbContext db) : Controller
{
    private const int PageSize = 50;

    [HttpGet("/organisation-changes")]
    public async Task<IActionResult> Index(ChangeFilter filter, int? page, CancellationToken cancellationToken)
    {
        var found = Matching(filter);
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        var changes = await found.Include(change => change.Branches).Skip(pager.Skip).Take(PageSize).ToListAsync(cancellationToken);
        var committees = await db.Committees.OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id)
            .Select(committee => new SelectListItem(committee.Name, committee.Id.ToString(), committee.Id == filter.Committee)).ToListAsync(cancellationToken);
        var years = (await db.OrganisationChanges.Select(change => change.On.Year).Distinct().ToListAsync(cancellationToken)).OrderDescending().ToList();
        return View("Index", new ChangeList(filter, changes, committees, years, pager, User.Viewer().IsDepartment));
    }

    [HttpPost("/organisation-changes/export"), NoFormKey]
    public async Task<IActionResult> Export([FromQuery] ChangeFilter filter, CancellationToken cancellationToken)
    {
        var changes = await Matching(filter).Include(change => change.Branches).ToListAsync(cancellationToken);
        await db.RecordAsync(AuditEvent.FormExported, $"党组织变动，{changes.Count} 次", null, cancellationToken);
        return File(Table.Write([ChangeTable.Of(changes)]), ImportsController.Workbook, "党组织变动.xlsx");
    }

    [HttpGet("/organisation-changes/{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        var change = await db.OrganisationChanges.AsNoTracking().Include(change => change.Branches).SingleOrDefaultAsync(change => change.Id == id, cancellationToken);
        if (change is null)
            return NotFound();
        var branches = change.Branches.Select(branch => branch.BranchId).Distinct().ToList();
        var places = await db.RoundPlacesAsync(branches, cancellationToken);
        var unled = await db.Branches.Where(branch => branches.Contains(branch.Id) && branch.IsActive && !branch.Terms.Any(term => term.Post == Post.Secretary && term.To == null))
            .OrderBy(branch => branch.Id).Select(branch => new ChangePage.Branch(branch.Id, branch.Name)).ToListAsync(cancellationToken);
        return View("Details", new ChangePage(change, [.. FollowUp.Of(change, places), .. FollowUp.Of(await db.LeftBehindAsync([.. change.Before.Select(branch => branch.BranchId)], cancellationToken))], unled, User.Viewer().IsDepartment));
    }

    [HttpGet("/organisation-changes/new"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Create(OrganisationChangeKind? kind, string? q, int[] branches, CancellationToken cancellationToken)
    {
        if (kind is not { } wanted || !Enum.IsDefined(wanted))
            return Redirect("/organisation-changes");
        var query = string.IsNullOrWhiteSpace(q) || wanted == OrganisationChangeKind.Founding ? null : q.Trim();
        var units = await db.Committees.OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id)
            .Select(committee => new ChangeStartPage.Unit(
                committee.Id, committee.Name, committee.Kind,
                committee.Branches.Where(branch => branch.IsActive && (query == null || branch.Name.Contains(query) || branches.Contains(branch.Id))).OrderBy(branch => branch.DisplayOrder)
                    .Select(branch => new ChangeStartPage.Choice(branch.Id, branch.Name, branch.FullMembers + branch.ProbationaryMembers)).ToList()))
            .AsSplitQuery().ToListAsync(cancellationToken);
        return View("Create", new ChangeStartPage(wanted, query, [.. units.Where(unit => wanted == OrganisationChangeKind.Founding || unit.Branches.Count > 0)], branches.ToHashSet()));
    }

    /// <summary>The latest first. A committee's are those of its branches now, and those that were its own then.</summary>
    private IQueryable<OrganisationChange> Matching(ChangeFilter filter)
    {
        var changes = db.OrganisationChanges.AsNoTracking();
        if (filter.Kind is { } kind)
            changes = changes.Where(change => change.Kind == kind);
        if (filter.Year is { } year)
            changes = changes.Where(change => change.On.Year == year);
        if (filter.Committee is { } committee)
            changes = changes.Where(change => change.Branches.Any(branch => branch.Branch.CommitteeId == committee || branch.CommitteeId == committee));
        return changes.OrderByDescending(change => change.On).ThenByDescending(change => change.Id);
    }
}
