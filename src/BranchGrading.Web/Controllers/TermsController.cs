using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.People;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.OrganisationChanges;
using BranchGrading.Web.Views.Shared;
using BranchGrading.Web.Views.Terms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>任职 in a branch or committee, for a person named in the form.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class TermsController(GradingDbContext db, PersonFinder people, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}/terms/new")]
    public async Task<IActionResult> CreateInBranch(int id, CancellationToken cancellationToken) =>
        await BranchAsync(id, cancellationToken) is { } branch ? View("Create", PageOf(branch, new TermForm { Post = branch.Secretary is null ? Post.Secretary : null }, [])) : NotFound();

    [HttpPost("/branches/{id:int}/terms")]
    public async Task<IActionResult> CreateInBranch(int id, TermForm form, CancellationToken cancellationToken)
    {
        if (await BranchAsync(id, cancellationToken) is not { } branch)
            return NotFound();
        var match = await MatchAsync(form, cancellationToken);
        if (match?.Person is not { } person)
            return this.Again("Create", PageOf(branch, form, match?.Namesakes ?? []));
        try
        {
            if (form.Post == Post.Secretary)
            {
                var day = await db.DayOfSecretaryAsync(branch, form.From, clock.Today, cancellationToken);
                await db.ChangeSecretaryAsync(branch, person, form.From, form.ConcurrentPost, clock.Record(User, day, form.DocumentNumber), cancellationToken);
                return this.Done($"/branches/{id}", $"已登记{person.Name}任「{branch.Name}」书记。");
            }

            branch.Appoint(person, form.Post!.Value, form.From, form.ConcurrentPost, clock.Today);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", PageOf(branch, form, []), refused.Message, nameof(form.From));
        }

        // Of two who appoint at the same time, the second must look again.
        db.Entry(branch).Property(entry => entry.Version).IsModified = true;
        db.Audit.Describe(AuditEvent.TermBegun, $"{branch.Committee.Name} {branch.Name}{form.Post.Value.Word()} {person.Name}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/branches/{id}", $"已登记{person.Name}任「{branch.Name}」{form.Post.Value.Word()}。");
    }

    [HttpGet("/committees/{id:int}/terms/new")]
    public async Task<IActionResult> CreateInCommittee(int id, CancellationToken cancellationToken) =>
        await CommitteeAsync(id, cancellationToken) is { } committee ? View("Create", PageOf(committee, new TermForm { Post = Post.Organiser }, [])) : NotFound();

    [HttpPost("/committees/{id:int}/terms")]
    public async Task<IActionResult> CreateInCommittee(int id, TermForm form, CancellationToken cancellationToken)
    {
        if (await CommitteeAsync(id, cancellationToken) is not { } committee)
            return NotFound();
        ModelState.Remove(nameof(form.Post));
        form.Post = Post.Organiser;
        var match = await MatchAsync(form, cancellationToken);
        if (match?.Person is not { } person)
            return this.Again("Create", PageOf(committee, form, match?.Namesakes ?? []));
        committee.AppointOrganiser(person, form.From);
        db.Entry(committee).Property(entry => entry.Version).IsModified = true;
        db.Audit.Describe(AuditEvent.TermBegun, $"{committee.Name}组织员 {person.Name}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/committees/{id}", $"已登记{person.Name}任「{committee.Name}」组织员。");
    }

    /// <summary>Who is meant; null or without a person when the form has to be looked at again.</summary>
    private async Task<PersonMatch?> MatchAsync(TermForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return null;
        var match = await people.FindAsync(form.Name, form.StaffNumber, form.Phone, form.PersonId, cancellationToken);
        if (match.Refusal is { } refusal)
            ModelState.AddModelError(nameof(form.StaffNumber), refusal);
        else if (match.Person is null)
            ModelState.AddModelError(nameof(form.PersonId), $"已经登记有 {match.Namesakes.Count} 位{form.Name.Trim()}，请选是哪一位，或者选「都不是」另登记一位。");
        return match;
    }

    private Task<Branch?> BranchAsync(int id, CancellationToken cancellationToken) => db.Branches.VisibleTo(User.Viewer())
        .Include(branch => branch.Committee).Include(branch => branch.Terms).ThenInclude(term => term.Person)
        .SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive, cancellationToken);

    private Task<Committee?> CommitteeAsync(int id, CancellationToken cancellationToken) => db.Committees.VisibleTo(User.Viewer())
        .Include(committee => committee.Terms).ThenInclude(term => term.Person).SingleOrDefaultAsync(committee => committee.Id == id, cancellationToken);

    private static TermPage PageOf(Branch branch, TermForm form, IReadOnlyList<Person> namesakes) => new(
        branch.Name, $"/branches/{branch.Id}",
        [new Breadcrumb("组织", "/committees"), new Breadcrumb(branch.Committee.Name, $"/committees/{branch.CommitteeId}"), new Breadcrumb(branch.Name, $"/branches/{branch.Id}")],
        branch.Secretary?.Person.Name, false, namesakes, form);

    private static TermPage PageOf(Committee committee, TermForm form, IReadOnlyList<Person> namesakes) => new(
        committee.Name, $"/committees/{committee.Id}",
        [new Breadcrumb("组织", "/committees"), new Breadcrumb(committee.Name, $"/committees/{committee.Id}")], null, true, namesakes, form);
}
