using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.FloatingMembers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>流动党员 of one branch: kept by its secretary, its officers and the department.</summary>
[Authorize(Policies.SeeOrganisation)]
public sealed class BranchFloatingMembersController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string List = "~/Views/FloatingMembers/Branch.cshtml";
    private const string Form = "~/Views/FloatingMembers/Edit.cshtml";

    [HttpGet("/branches/{id:int}/floating-members")]
    public async Task<IActionResult> Index(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, null, new FloatingForm(), cancellationToken) is { } page ? View(List, page) : NotFound();

    [HttpPost("/branches/{id:int}/floating-members"), Authorize(Policies.KeepFloatingMembers)]
    public async Task<IActionResult> Create(int id, FloatingForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, null, form, cancellationToken) is not { MayKeep: true } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(List, page);
        db.Add(new FloatingMembers(id, form.Place, form.Count!.Value, form.Host, User.Viewer().Name, clock.UtcNow));
        db.Audit.Describe(AuditEvent.FloatingMembersRecorded, $"{page.Branch.Name}：{form.Place.Trim()} {form.Count} 人");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(page.Address, $"已登记{form.Place.Trim()} {form.Count} 人。");
    }

    [HttpGet("/floating-members/{id:int}/edit"), Authorize(Policies.KeepFloatingMembers)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } floating && await PageAsync(floating.BranchId, id, FloatingForm.Of(floating), cancellationToken) is { MayKeep: true } page ? View(Form, page) : NotFound();

    [HttpPost("/floating-members/{id:int}"), Authorize(Policies.KeepFloatingMembers)]
    public async Task<IActionResult> Edit(int id, FloatingForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } floating || await PageAsync(floating.BranchId, id, form, cancellationToken) is not { MayKeep: true } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(Form, page);
        if (form.Version != floating.Version)
            return this.Stale(Form, form, FloatingForm.Of(floating), page);
        floating.Record(form.Place, form.Count!.Value, form.Host, User.Viewer().Name, clock.UtcNow);
        db.Audit.Describe(AuditEvent.FloatingMembersRecorded, $"{page.Branch.Name}：{floating.Place} {floating.Count} 人");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(page.Address, $"已保存{floating.Place} {floating.Count} 人。");
    }

    /// <summary>Deleting what is gone already is no mistake.</summary>
    [HttpPost("/branches/{id:int}/floating-members/{floatingId:int}/removal"), Authorize(Policies.KeepFloatingMembers)]
    public async Task<IActionResult> Delete(int id, int floatingId, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, null, new FloatingForm(), cancellationToken) is not { MayKeep: true } page)
            return NotFound();
        if (await db.FloatingMembers.SingleOrDefaultAsync(floating => floating.Id == floatingId && floating.BranchId == id, cancellationToken) is { } floating)
        {
            db.Remove(floating);
            db.Audit.Describe(AuditEvent.FloatingMembersRemoved, $"{page.Branch.Name}：{floating.Place} {floating.Count} 人");
            await db.SaveChangesAsync(cancellationToken);
        }

        return this.Done(page.Address, "已删除。");
    }

    /// <summary>One that the viewer keeps.</summary>
    private Task<FloatingMembers?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var kept = db.Branches.KeptBy(User.Viewer()).Where(branch => branch.IsActive).Select(branch => branch.Id);
        return db.FloatingMembers.Include(floating => floating.Branch).SingleOrDefaultAsync(floating => floating.Id == id && kept.Contains(floating.BranchId), cancellationToken);
    }

    private async Task<BranchFloatingPage?> PageAsync(int id, int? changed, FloatingForm form, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.Branches.VisibleTo(viewer).AsNoTracking().Include(branch => branch.Committee).SingleOrDefaultAsync(branch => branch.Id == id, cancellationToken) is not { } branch)
            return null;
        var places = await db.FloatingMembers.AsNoTracking().Where(floating => floating.BranchId == id).OrderBy(floating => floating.Id).ToListAsync(cancellationToken);
        var mayKeep = branch.IsActive && await db.Branches.KeptBy(viewer).AnyAsync(kept => kept.Id == id, cancellationToken);
        var seesCommittee = await db.Committees.VisibleTo(viewer).AnyAsync(committee => committee.Id == branch.CommitteeId, cancellationToken);
        return new BranchFloatingPage(branch, places, mayKeep, seesCommittee, changed, form);
    }
}
