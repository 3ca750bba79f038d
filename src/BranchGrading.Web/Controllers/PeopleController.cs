using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.People;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>人员: those who hold an office or an account.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class PeopleController(GradingDbContext db) : Controller
{
    private const int PageSize = 50;

    [HttpGet("/people")]
    public async Task<IActionResult> Index(string? query, int? page, CancellationToken cancellationToken)
    {
        var found = Matching(query);
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        var rows = await found.OrderBy(person => person.Name).ThenBy(person => person.Id).Skip(pager.Skip).Take(PageSize)
            .Select(person => new PersonList.Row(
                person.Id, person.Name, person.StaffNumber, person.Phone,
                person.Terms.Where(term => term.To == null).OrderBy(term => term.Id)
                    .Select(term => new PersonList.Office(term.Branch != null ? term.Branch.Name : term.Committee!.Name, term.Post)).ToList(),
                db.Users.Any(account => account.PersonId == person.Id)))
            .ToListAsync(cancellationToken);
        return View("Index", new PersonList(query?.Trim(), rows, pager));
    }

    [HttpGet("/people/{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is not { } person)
            return NotFound();
        var offices = await db.Terms.Where(term => term.PersonId == id)
            .Select(term => new PersonPage.Office(
                term.Id, term.Post, term.BranchId, term.CommitteeId ?? term.Branch!.CommitteeId, term.Committee != null ? term.Committee.Name : term.Branch!.Committee.Name,
                term.Branch != null ? term.Branch.Name : null, term.From, term.To, term.ConcurrentPost))
            .ToListAsync(cancellationToken);
        var cared = db.Users.InCareOf(User.Viewer(), db).Select(account => account.Id);
        var line = await db.Users.Where(account => account.PersonId == id)
            .Select(account => new PersonPage.AccountLine(account.Id, account.UserName!, account.IsDisabled, cared.Contains(account.Id))).SingleOrDefaultAsync(cancellationToken);
        var inOrder = offices.OrderByDescending(office => office.To ?? DateOnly.MaxValue).ThenByDescending(office => office.From).ToList();
        return View("Details", new PersonPage(id, person.Name, person.StaffNumber, person.Phone, person.Email, inOrder, line));
    }

    [HttpGet("/people/new")]
    public IActionResult Create() => View("Create", new PersonForm());

    [HttpPost("/people")]
    public async Task<IActionResult> Create(PersonForm form, CancellationToken cancellationToken)
    {
        await RequireFreeAsync(form, 0, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Create", form);
        var person = new Person(form.Name, form.StaffNumber, form.Phone, form.Email);
        db.Add(person);
        db.Audit.Describe(AuditEvent.PersonCreated, person.Name);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/people/{person.Id}", $"已登记{person.Name}。");
    }

    [HttpGet("/people/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is { } person ? View("Edit", PersonForm.Of(person)) : NotFound();

    [HttpPost("/people/{id:int}")]
    public async Task<IActionResult> Edit(int id, PersonForm form, CancellationToken cancellationToken)
    {
        if (await db.People.SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is not { } person)
            return NotFound();
        await RequireFreeAsync(form, id, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Edit", form);
        if (form.Version != person.Version)
            return this.Stale("Edit", form, PersonForm.Of(person));
        person.Edit(form.Name, form.StaffNumber, form.Phone, form.Email);
        db.Audit.Describe(AuditEvent.PersonEdited, person.Name);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/people/{id}", $"已保存{person.Name}的资料。");
    }

    private IQueryable<Person> Matching(string? query)
    {
        if (string.IsNullOrWhiteSpace(query))
            return db.People;
        var (text, key) = (query.Trim(), NameKey.Of(query));
        return db.People.Where(person => person.Name.Contains(text) || person.StaffNumberKey!.Contains(key) || person.Phone!.Contains(text));
    }

    private async Task RequireFreeAsync(PersonForm form, int id, CancellationToken cancellationToken)
    {
        var (number, name, phone) = (NameKey.Of(form.StaffNumber ?? ""), form.Name?.Trim(), form.Phone?.Trim());
        if (number.Length > 0 && await db.People.Where(other => other.Id != id && other.StaffNumberKey == number)
                .Select(other => other.Name).FirstOrDefaultAsync(cancellationToken) is { } taken)
            ModelState.AddModelError(nameof(form.StaffNumber), $"工号或学号「{form.StaffNumber!.Trim()}」已经登记给{taken}。");
        else if (id == 0 && number.Length == 0 && !string.IsNullOrEmpty(phone) && await db.People.AnyAsync(other => other.Name == name && other.Phone == phone, cancellationToken))
            ModelState.AddModelError(nameof(form.Phone), $"已经登记过姓名和电话都相同的{name}，不必再建。");
    }
}
