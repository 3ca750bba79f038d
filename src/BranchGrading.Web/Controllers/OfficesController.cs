using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.OrganisationChanges;
using BranchGrading.Web.Views.Shared;
using BranchGrading.Web.Views.Terms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>任职 of a known person, in a unit chosen in the form.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class OfficesController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Terms/CreateForPerson.cshtml";

    [HttpGet("/people/{id:int}/terms/new")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await PersonAsync(id, cancellationToken) is { } person ? View(Page, await PageAsync(person, new OfficeForm(), cancellationToken)) : NotFound();

    [HttpPost("/people/{id:int}/terms")]
    public async Task<IActionResult> Create(int id, OfficeForm form, CancellationToken cancellationToken)
    {
        if (await PersonAsync(id, cancellationToken) is not { } person)
            return NotFound();
        if (ModelState.IsValid && (form.Post == Post.Organiser) != (form.Unit[0] == 'c'))
            ModelState.AddModelError(nameof(form.Unit), form.Post == Post.Organiser ? "组织员在二级党组织任职，请选二级党组织。" : $"{form.Post!.Value.Word()}在支部任职，请选支部。");
        if (!ModelState.IsValid)
            return this.Again(Page, await PageAsync(person, form, cancellationToken));
        try
        {
            if (await AppointAsync(person, form, cancellationToken) is not { } unit)
                return NotFound();
            return this.Done($"/people/{id}", $"已登记{person.Name}任「{unit}」{form.Post!.Value.Word()}。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused(Page, await PageAsync(person, form, cancellationToken), refused.Message, nameof(form.From));
        }
    }

    /// <summary>The unit's name; null when there is no such unit.</summary>
    private async Task<string?> AppointAsync(Person person, OfficeForm form, CancellationToken cancellationToken)
    {
        var unitId = int.Parse(form.Unit[1..]);
        if (form.Unit[0] == 'c')
        {
            var committee = await db.Committees.Include(committee => committee.Terms).ThenInclude(term => term.Person).SingleOrDefaultAsync(committee => committee.Id == unitId, cancellationToken);
            if (committee is null)
                return null;
            committee.AppointOrganiser(person, form.From);
            db.Entry(committee).Property(entry => entry.Version).IsModified = true;
            return await KeepAsync(committee.Name, person, form, cancellationToken);
        }

        var branch = await db.Branches.Include(branch => branch.Committee).Include(branch => branch.Terms).ThenInclude(term => term.Person).SingleOrDefaultAsync(branch => branch.Id == unitId && branch.IsActive, cancellationToken);
        if (branch is null)
            return null;
        if (form.Post == Post.Secretary)
        {
            var day = await db.DayOfSecretaryAsync(branch, form.From, clock.Today, cancellationToken);
            await db.ChangeSecretaryAsync(branch, person, form.From, form.ConcurrentPost, clock.Record(User, day, form.DocumentNumber), cancellationToken);
            return branch.Name;
        }

        branch.Appoint(person, form.Post!.Value, form.From, form.ConcurrentPost, clock.Today);
        db.Entry(branch).Property(entry => entry.Version).IsModified = true;
        return await KeepAsync(branch.Name, person, form, cancellationToken);
    }

    private async Task<string> KeepAsync(string unit, Person person, OfficeForm form, CancellationToken cancellationToken)
    {
        db.Audit.Describe(AuditEvent.TermBegun, $"{unit}{form.Post!.Value.Word()} {person.Name}");
        await db.SaveChangesAsync(cancellationToken);
        return unit;
    }

    private Task<Person?> PersonAsync(int id, CancellationToken cancellationToken) => db.People.SingleOrDefaultAsync(person => person.Id == id, cancellationToken);

    private async Task<OfficePage> PageAsync(Person person, OfficeForm form, CancellationToken cancellationToken)
    {
        var committees = await db.Committees.AsNoTracking().OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id)
            .Select(committee => new { committee.Id, committee.Name }).ToListAsync(cancellationToken);
        var branches = await db.Branches.Where(branch => branch.IsActive).OrderBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id)
            .Select(branch => new { branch.Id, branch.Name, branch.CommitteeId }).ToListAsync(cancellationToken);
        var units = new List<SelectListItem> { new("请选择", "") };
        foreach (var committee in committees)
        {
            var group = new SelectListGroup { Name = committee.Name };
            units.Add(new SelectListItem($"{committee.Name}（本级）", $"c{committee.Id}") { Group = group });
            units.AddRange(branches.Where(branch => branch.CommitteeId == committee.Id).Select(branch => new SelectListItem(branch.Name, $"b{branch.Id}") { Group = group }));
        }

        return new OfficePage(person.Id, person.Name, units, form);
    }
}
