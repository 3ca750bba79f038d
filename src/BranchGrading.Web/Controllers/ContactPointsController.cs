using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.ContactPoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>联系点 of a committee in a year: one form for all its branches; an emptied line takes the contact point away.</summary>
[Authorize(Policies.SeeCommitteeYear)]
[Route("/committees/{id:int}/years/{year:int}/contact-points")]
public sealed class ContactPointsController(GradingDbContext db, SchoolClock clock) : Controller
{
    /// <param name="fill">Whether empty lines are filled in with the 联系领导 of plans and reviews; nothing is saved by that.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(int id, int year, bool fill, CancellationToken cancellationToken) =>
        await PageAsync(id, year, cancellationToken) is { } page ? View("Index", fill ? page with { Form = page.Form.FilledFrom(page.Lines) } : page) : NotFound();

    [HttpPost(""), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Create(int id, int year, ContactPointsForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, year, cancellationToken) is not { Unit.MayKeep: true } page)
            return NotFound();
        if (form.Lines.Count == 0)
            ModelState.AddModelError("", "没有收到联系点，请重新打开这一页再填。");
        var typed = page with { Form = form.NamedFrom(page.Lines) };
        if (!ModelState.IsValid)
            return this.Again("Index", typed);
        if (form.Version != page.Form.Version)
            return this.Stale("Index", form, page.Form, typed);
        try
        {
            var changed = await db.InTransactionAsync(() => SaveAsync(page.Unit, form, cancellationToken), cancellationToken);
            return this.Done(page.Address, changed == 0 ? "联系点没有变化。" : $"联系点已保存，改动 {changed} 个支部。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", typed, refused.Message);
        }
        catch (DbUpdateException stored) when (stored.IsUniqueViolation())
        {
            return await PageAsync(id, year, cancellationToken) is { } now ? this.Stale("Index", form, now.Form, now with { Form = form.NamedFrom(now.Lines) }) : NotFound();
        }
    }

    private async Task<int> SaveAsync(CommitteeYear unit, ContactPointsForm form, CancellationToken cancellationToken)
    {
        var (by, now, year) = (User.Viewer().Name, clock.UtcNow, unit.Year);
        var lines = await db.ContactPointsAsync(unit, cancellationToken);
        if (ContactPointsForm.Of(lines).Version != form.Version)
            throw new RuleViolationException("您打开之后，联系点被别人改过。您填的还在，请重新打开这一页对照。");
        var known = await db.ContactPoints.Where(point => point.Year == year && point.Branch.CommitteeId == unit.Committee.Id).ToDictionaryAsync(point => point.BranchId, cancellationToken);
        var told = new List<string>();
        foreach (var line in lines.Where(line => line.IsPresent))
        {
            // A branch that the form did not show is left as it is.
            if (form.Lines.Find(typed => typed.BranchId == line.BranchId) is not { } typed || (typed.Leader?.Trim() is { Length: > 0 } text ? text : null) is var leader && leader == line.Leader)
                continue;
            told.Add($"{line.Branch} {leader ?? "不再设"}");
            if (leader is null)
                db.Remove(known[line.BranchId]);
            else if (known.TryGetValue(line.BranchId, out var point))
                point.Set(unit.Committee.Id, leader, by, now);
            else
                db.Add(new ContactPoint(unit.Committee.Id, year, line.BranchId, leader, by, now));
        }

        if (told.Count == 0)
            return 0;
        db.Audit.Describe(AuditEvent.ContactPointSet, $"{unit.Subject}：{string.Join('、', told.Take(3))}{(told.Count > 3 ? $" 等 {told.Count} 个支部" : "")}");
        await db.SaveChangesAsync(cancellationToken);
        return told.Count;
    }

    private async Task<ContactPointsPage?> PageAsync(int id, int year, CancellationToken cancellationToken)
    {
        if (await db.FindCommitteeYearAsync(id, year, User.Viewer(), clock.Today, cancellationToken) is not { } unit)
            return null;
        var lines = await db.ContactPointsAsync(unit, cancellationToken);
        return new ContactPointsPage(unit, lines, ContactPointsForm.Of(lines));
    }
}
