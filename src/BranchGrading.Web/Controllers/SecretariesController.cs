using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.People;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Secretaries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>书记变更 of a branch, with its day and document.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class SecretariesController(GradingDbContext db, PersonFinder people, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}/secretary")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, null, [], cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/branches/{id:int}/secretary")]
    public async Task<IActionResult> Create(int id, SecretaryForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, [], cancellationToken) is not { } page)
            return NotFound();
        await form.CheckDayAsync(ModelState, db, OrganisationChangeKind.SecretaryChange, [page.Branch], clock.Today, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (form.Version != page.Branch.Version)
            return this.Stale("Create", form, FormOf(page.Branch), page);
        var match = await people.FindAsync(form.Name, form.StaffNumber, form.Phone, form.PersonId, cancellationToken);
        if (match.Refusal is { } refusal)
            ModelState.AddModelError("Form.StaffNumber", refusal);
        else if (match.Person is null)
            ModelState.AddModelError("Form.PersonId", $"已经登记有 {match.Namesakes.Count} 位{form.Name.Trim()}，请选是哪一位，或者选「都不是」另登记一位。");
        if (match.Person is not { } person)
            return this.Again("Create", page with { Namesakes = match.Namesakes });
        try
        {
            var change = await db.ChangeSecretaryAsync(page.Branch, person, form.On, form.ConcurrentPost, form.Record(User, clock), cancellationToken);
            return change is null
                ? this.Done(page.Address, $"{person.Name}本来就是「{page.Branch.Name}」的书记，任职时间已改正。")
                : this.Done($"/organisation-changes/{change.Id}", $"已登记书记变更：{change.Sentence()}。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", (await PageAsync(id, form, [], cancellationToken))!, refused.Message, "Form.On");
        }
    }

    private SecretaryForm FormOf(Branch branch) => new() { On = clock.Today, Version = branch.Version };

    /// <summary>As it is stored, whatever a refused act began to change.</summary>
    private async Task<SecretaryPage?> PageAsync(int id, SecretaryForm? form, IReadOnlyList<Person> namesakes, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return await db.Branches.ForChange().SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive, cancellationToken) is { } branch
            ? new SecretaryPage(branch, await db.RoundPlacesAsync([id], cancellationToken), namesakes, form ?? FormOf(branch))
            : null;
    }
}
