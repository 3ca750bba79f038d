using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Committees;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>二级党组织.</summary>
[Authorize(Policies.SeeOrganisation)]
public sealed class CommitteesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/committees")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var officers = await OfficersAsync(cancellationToken);
        var rows = (await db.Committees.VisibleTo(viewer).OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id)
            .Select(committee => new CommitteeList.Row(
                committee.Id, committee.Name, committee.Kind, committee.Code,
                committee.Branches.Count(branch => branch.IsActive),
                committee.Branches.Where(branch => branch.IsActive).Sum(branch => branch.FullMembers + branch.ProbationaryMembers)))
            .ToListAsync(cancellationToken)).ConvertAll(row => row with { Officers = [.. officers[row.Id]] });
        var shown = rows.Select(row => row.Id).ToList();
        var own = viewer.SeesSchool ? [] : await db.Branches.VisibleTo(viewer).Where(branch => !shown.Contains(branch.CommitteeId))
            .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.DisplayOrder).Select(BranchRow.Of).ToListAsync(cancellationToken);
        var warned = await db.WarningsAsync(db.Branches.VisibleTo(viewer), clock.Today, cancellationToken);
        return View("Index", new CommitteeList(rows, own, viewer.IsDepartment) { Warnings = warned.Sum(branch => branch.Warnings.Count), SeesChanges = viewer.SeesSchool });
    }

    [HttpGet("/committees/{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var committee = await db.Committees.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(committee => committee.Id == id, cancellationToken);
        if (committee is null)
            return NotFound();
        var organisers = await db.Terms.Where(term => term.CommitteeId == id && term.Post == Post.Organiser && term.To == null).OrderBy(term => term.Id)
            .Select(term => new CommitteePage.Organiser(term.Id, term.PersonId, term.Person.Name, term.Person.Phone, term.From)).ToListAsync(cancellationToken);
        var branches = await db.Branches.Where(branch => branch.CommitteeId == id).OrderBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id)
            .Select(BranchRow.Of).ToListAsync(cancellationToken);
        var warned = (await db.WarningsAsync(db.Branches.Where(branch => branch.CommitteeId == id), clock.Today, cancellationToken)).ToDictionary(branch => branch.BranchId, branch => branch.Warnings);
        return View("Details", new CommitteePage(
            id, committee.Name, committee.Kind, committee.Code, organisers, branches.ConvertAll(row => row with { Warnings = warned.GetValueOrDefault(row.Id, []) }), viewer.IsDepartment));
    }

    [HttpGet("/committees/new"), Authorize(Policies.KeepOrganisation)]
    public IActionResult Create() => View("Create", new CommitteeForm());

    [HttpPost("/committees"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Create(CommitteeForm form, CancellationToken cancellationToken)
    {
        await RequireFreeAsync(form, 0, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Create", form);
        var last = await db.Committees.MaxAsync(committee => (int?)committee.DisplayOrder, cancellationToken) ?? 0;
        var committee = new Committee(form.Name, form.Kind!.Value, form.Code, last + 1);
        db.Add(committee);
        db.Audit.Describe(AuditEvent.CommitteeCreated, committee.Name);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/committees/{committee.Id}", $"已新建「{committee.Name}」。");
    }

    [HttpGet("/committees/{id:int}/edit"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } committee ? View("Edit", CommitteeForm.Of(committee)) : NotFound();

    [HttpPost("/committees/{id:int}"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Edit(int id, CommitteeForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } committee)
            return NotFound();
        await RequireFreeAsync(form, id, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Edit", form);
        if (form.Version != committee.Version)
            return this.Stale("Edit", form, CommitteeForm.Of(committee));
        try
        {
            committee.Edit(form.Name, form.Kind!.Value, form.Code);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", form, refused.Message, nameof(form.Kind));
        }

        db.Audit.Describe(AuditEvent.CommitteeEdited, committee.Name);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/committees/{id}", $"已保存「{committee.Name}」。");
    }

    /// <summary>组织员; in a 直属党支部 the secretary acts as one.</summary>
    private async Task<ILookup<int, string>> OfficersAsync(CancellationToken cancellationToken)
    {
        var terms = await db.Terms.Where(term => term.To == null && (term.Post == Post.Organiser
                || term.Post == Post.Secretary && term.Branch!.IsActive && term.Branch.Committee.Kind == CommitteeKind.DirectBranch))
            .OrderBy(term => term.Id).Select(term => new { CommitteeId = term.CommitteeId ?? term.Branch!.CommitteeId, term.Person.Name }).ToListAsync(cancellationToken);
        return terms.ToLookup(term => term.CommitteeId, term => term.Name);
    }

    private Task<Committee?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Committees.VisibleTo(User.Viewer()).Include(committee => committee.Branches).SingleOrDefaultAsync(committee => committee.Id == id, cancellationToken);

    private async Task RequireFreeAsync(CommitteeForm form, int id, CancellationToken cancellationToken)
    {
        var (name, code) = (NameKey.Of(form.Name ?? ""), NameKey.Of(form.Code ?? ""));
        if (name.Length > 0 && await db.Committees.AnyAsync(other => other.Id != id && other.NameKey == name, cancellationToken))
            ModelState.AddModelError(nameof(form.Name), $"已经有名为「{form.Name!.Trim()}」的二级党组织，名称不能相同。");
        if (code.Length > 0 && await db.Committees.Where(other => other.Id != id && other.CodeKey == code).Select(other => other.Name).FirstOrDefaultAsync(cancellationToken) is { } taken)
            ModelState.AddModelError(nameof(form.Code), $"编号「{form.Code!.Trim()}」已经是「{taken}」的，编号不能相同。");
    }
}
