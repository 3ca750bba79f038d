using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Branches;
using BranchGrading.Web.Views.OrganisationChanges;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>党支部.</summary>
[Authorize(Policies.SeeOrganisation)]
public sealed class BranchesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var facts = await db.Branches.VisibleTo(viewer).Where(branch => branch.Id == id)
            .Select(branch => new BranchPage.Facts(
                branch.Id, branch.Name, branch.Type, branch.Code, branch.FullMembers, branch.ProbationaryMembers, branch.CommitteeSize, branch.Founded, branch.Elected,
                branch.IsActive, branch.CommitteeId, branch.Committee.Name))
            .SingleOrDefaultAsync(cancellationToken);
        if (facts is null)
            return NotFound();
        var offices = await db.Terms.Where(term => term.BranchId == id)
            .Select(term => new BranchPage.Office(term.Id, term.PersonId, term.Person.Name, term.Person.Phone, term.Post, term.From, term.To, term.ConcurrentPost))
            .ToListAsync(cancellationToken);
        var inOrder = offices.OrderBy(office => office.To is not null).ThenBy(office => office.To is null ? office.Post : default)
            .ThenByDescending(office => office.To).ThenByDescending(office => office.From).ToList();
        var seesCommittee = await db.Committees.VisibleTo(viewer).AnyAsync(committee => committee.Id == facts.CommitteeId, cancellationToken);
        return View("Details", new BranchPage(facts, inOrder, await YearsAsync(id, viewer, cancellationToken), viewer.IsDepartment, seesCommittee)
        {
            Warnings = (await db.WarningsAsync(db.Branches.Where(branch => branch.Id == id), clock.Today, cancellationToken)).SelectMany(branch => branch.Warnings).ToList(),
            ContactLeader = await db.ContactPoints.Where(point => point.BranchId == id && point.Year == clock.Today.Year).Select(point => point.Leader).SingleOrDefaultAsync(cancellationToken),
        });
    }

    [HttpGet("/committees/{committeeId:int}/branches/new"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Create(int committeeId, CancellationToken cancellationToken) =>
        await CommitteeAsync(committeeId, cancellationToken) is { } committee ? View("Create", Page(committee, null, new FoundingForm { On = clock.Today })) : NotFound();

    [HttpPost("/committees/{committeeId:int}/branches"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Create(int committeeId, FoundingForm form, CancellationToken cancellationToken)
    {
        if (await CommitteeAsync(committeeId, cancellationToken) is not { } committee)
            return NotFound();
        await RequireFreeAsync(committee, form, 0, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Create", Page(committee, null, form));
        try
        {
            var change = await db.FoundAsync(committee, form.ToBranch(), clock.Record(User, form.On!.Value, form.DocumentNumber, form.Note), cancellationToken);
            return this.Done($"/organisation-changes/{change.Id}", $"已新建「{form.Name.Trim()}」。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", Page(committee, null, form), refused.Message, OrganisationChange.WhyNotOn(OrganisationChangeKind.Founding, form.On!.Value, clock.Today) is null ? "" : nameof(form.On));
        }
    }

    [HttpGet("/branches/{id:int}/edit"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await BranchAsync(id, cancellationToken) is { } branch ? View("Edit", Page(branch.Committee, id, EditingForm.Of(branch))) : NotFound();

    [HttpPost("/branches/{id:int}"), Authorize(Policies.KeepOrganisation)]
    public async Task<IActionResult> Edit(int id, EditingForm form, CancellationToken cancellationToken)
    {
        if (await BranchAsync(id, cancellationToken) is not { } branch)
            return NotFound();
        var page = Page(branch.Committee, id, form);
        await RequireFreeAsync(branch.Committee, form, id, cancellationToken);
        if (ModelState.IsValid && !branch.IsActive && !form.IsCorrection && form.Name.Trim() != branch.Name)
            ModelState.AddModelError(nameof(form.Name), "支部已经撤销，不能再更名；只是改正登记时的错字的，请勾选下面的「只是改正」。");
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        if (form.Version != branch.Version)
            return this.Stale("Edit", form, EditingForm.Of(branch), page);
        if (form.IsCorrection || form.Name.Trim() == branch.Name)
            form.ApplyTo(branch);
        else
            db.Add(OrganisationChange.OfRenaming(branch, () => form.ApplyTo(branch), clock.Record(User, clock.Today, form.DocumentNumber)));
        db.Audit.Describe(AuditEvent.BranchEdited, $"{branch.Committee.Name} {branch.Name}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/branches/{id}", $"已保存「{branch.Name}」。");
    }

    private static BranchFormPage Page(Committee committee, int? id, BranchForm form) => new(committee.Id, committee.Name, id, form);

    private Task<Committee?> CommitteeAsync(int id, CancellationToken cancellationToken) =>
        db.Committees.VisibleTo(User.Viewer()).Include(committee => committee.Branches).SingleOrDefaultAsync(committee => committee.Id == id, cancellationToken);

    private Task<Branch?> BranchAsync(int id, CancellationToken cancellationToken) =>
        db.Branches.VisibleTo(User.Viewer()).Include(branch => branch.Committee.Branches).SingleOrDefaultAsync(branch => branch.Id == id, cancellationToken);

    private async Task<List<BranchPage.YearLine>> YearsAsync(int id, Viewer viewer, CancellationToken cancellationToken)
    {
        var rounds = db.Rounds.VisibleTo(viewer).Select(round => round.Id);
        var officed = db.Committees.LedBy(viewer).Select(committee => committee.Id);
        var taken = await db.Participants.Where(participant => participant.BranchId == id && rounds.Contains(participant.RoundId))
            .Select(participant => new
            {
                participant.Id,
                participant.RoundId,
                participant.Round.Year,
                participant.BranchName,
                participant.CommitteeName,
                MayExport = (viewer.IsDepartment || officed.Contains(participant.CommitteeId))
                    && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == id)
                    && db.Reviews.Any(review => review.Participant.RoundId == participant.RoundId && review.Participant.CommitteeId == participant.CommitteeId),
            })
            .ToListAsync(cancellationToken);
        var grades = await db.PastGrades.AsNoTracking().Where(past => past.BranchId == id).ToListAsync(cancellationToken);
        return taken.Select(line => line.Year).Union(grades.Select(past => past.Year)).OrderDescending()
            .Select(year => (Year: year, Part: taken.FirstOrDefault(line => line.Year == year), Past: grades.FirstOrDefault(past => past.Year == year)))
            .Select(line => new BranchPage.YearLine(
                line.Year, line.Part?.BranchName, line.Part?.CommitteeName, line.Past?.Grade, line.Past?.Note, line.Past is { RoundId: null })
            {
                FormAddress = line.Part is { MayExport: true } part ? $"/rounds/{part.RoundId}/forms/investigation/branches/{part.Id}" : null,
            })
            .ToList();
    }

    private async Task RequireFreeAsync(Committee committee, BranchForm form, int id, CancellationToken cancellationToken)
    {
        var (name, code) = (NameKey.Of(form.Name ?? ""), NameKey.Of(form.Code ?? ""));
        if (name.Length > 0 && committee.Branches.Any(other => other.Id != id && other.NameKey == name))
            ModelState.AddModelError(nameof(form.Name), $"「{committee.Name}」已经有名为「{form.Name!.Trim()}」的支部，同一个二级党组织内支部名称不能相同。");
        if (code.Length > 0 && await db.Branches.Where(other => other.Id != id && other.CodeKey == code)
                .Select(other => other.Committee.Name + " " + other.Name).FirstOrDefaultAsync(cancellationToken) is { } taken)
            ModelState.AddModelError(nameof(form.Code), $"编号「{form.Code!.Trim()}」已经是「{taken}」的，全校支部编号不能相同。");
    }
}
