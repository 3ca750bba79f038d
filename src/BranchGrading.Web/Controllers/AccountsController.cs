using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Accounts;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>账号: those in one's care; the administrator makes them and gives them roles.</summary>
[Authorize(Policies.CareForAccounts)]
public sealed class AccountsController(GradingDbContext db) : Controller
{
    private const int PageSize = 50;

    [HttpGet("/accounts")]
    public async Task<IActionResult> Index(string? query, string? role, int? page, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var found = Matching(db.Users.InCareOf(viewer, db), query, role);
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        var rows = await found.AsSplitQuery().OrderBy(account => account.Person.Name).ThenBy(account => account.Id).Skip(pager.Skip).Take(PageSize)
            .Select(account => new AccountList.Row(
                account.Id, account.Person.Name, account.UserName!,
                account.RoleLinks.Join(db.Roles, link => link.RoleId, held => held.Id, (_, held) => held.Name!).ToList(),
                account.Person.Terms.Where(term => term.To == null && (term.Post == Post.Secretary || term.Post == Post.Organiser)).OrderBy(term => term.Id)
                    .Select(term => new AccountList.Office(term.Branch != null ? term.Branch.Committee.Name + " " + term.Branch.Name : term.Committee!.Name, term.Post)).ToList(),
                new AccountState(account.IsDisabled, account.PasswordHash != null, account.MustChangePassword, account.PasswordExpiresAt, account.LockoutEnd)))
            .ToListAsync(cancellationToken);
        var offered = Roles.Names.Where(name => viewer.IsAdministrator || viewer.IsDepartment && name.Key is Roles.CommitteeOfficer or Roles.BranchSecretary).ToList();
        return View("Index", new AccountList(query?.Trim(), role, rows, pager, offered, viewer.IsAdministrator, viewer.IsDepartment));
    }

    [HttpGet("/accounts/{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var page = await db.Users.InCareOf(viewer, db).AsSplitQuery().Where(account => account.Id == id)
            .Select(account => new AccountPage(
                account.Id, account.Person.Name, account.UserName!, account.Person.StaffNumber, account.Person.Phone,
                account.RoleLinks.Join(db.Roles, link => link.RoleId, held => held.Id, (_, held) => held.Name!).ToList(),
                account.Person.Terms.Where(term => term.To == null).OrderBy(term => term.Id)
                    .Select(term => new AccountList.Office(term.Branch != null ? term.Branch.Committee.Name + " " + term.Branch.Name : term.Committee!.Name, term.Post)).ToList(),
                new AccountState(account.IsDisabled, account.PasswordHash != null, account.MustChangePassword, account.PasswordExpiresAt, account.LockoutEnd),
                account.Id == viewer.AccountId, viewer.IsAdministrator))
            .SingleOrDefaultAsync(cancellationToken);
        return page is null ? NotFound() : View("Details", page);
    }

    [HttpGet("/accounts/new"), Authorize(Policies.Administer)]
    public IActionResult Create() => View("Create", new NewAccountForm());

    [HttpPost("/accounts"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Create(NewAccountForm form, CancellationToken cancellationToken)
    {
        RequireRoles(form);
        var person = await PersonAsync(form, cancellationToken);
        var userName = (form.UserName ?? form.StaffNumber ?? "").Trim();
        var folded = userName.ToUpperInvariant();
        if (userName.Length == 0)
            ModelState.AddModelError(nameof(form.UserName), "没有工号的，请填写登录名。");
        else if (await db.Users.AnyAsync(other => other.NormalizedUserName == folded, cancellationToken))
            ModelState.AddModelError(nameof(form.UserName), $"登录名「{userName}」已经有人使用。");
        if (!ModelState.IsValid)
            return this.Again("Create", form);
        var account = new Account(userName, person ?? new Person(form.Name, form.StaffNumber, null, null));
        foreach (var roleId in await RoleIdsAsync(form.Roles, cancellationToken))
            account.Grant(roleId);
        db.Add(account);
        db.Audit.Describe(AuditEvent.AccountCreated, $"{form.Name.Trim()}（{userName}）", RolesInWords(form.Roles));
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/accounts/{account.Id}", $"已为{form.Name.Trim()}新建账号。发给一次性密码后才能登录。");
    }

    [HttpGet("/accounts/{id:int}/edit"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } account ? View("Edit", PageOf(account, await FormOfAsync(account, cancellationToken))) : NotFound();

    [HttpPost("/accounts/{id:int}"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Edit(int id, RolesForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account)
            return NotFound();
        RequireRoles(form);
        if (id == User.Viewer().AccountId && !form.Roles.Contains(Roles.SystemAdministrator))
            ModelState.AddModelError(nameof(form.Roles), "不能取消自己的系统管理员角色；请由另一位系统管理员办理。");
        if (!ModelState.IsValid)
            return this.Again("Edit", PageOf(account, form));
        var saved = await FormOfAsync(account, cancellationToken);
        if (form.Version != saved.Version)
            return this.Stale("Edit", form, saved, PageOf(account, form));
        var wanted = await RoleIdsAsync(form.Roles, cancellationToken);
        foreach (var roleId in account.RoleLinks.Select(link => link.RoleId).Except(wanted).ToList())
            account.Revoke(roleId);
        foreach (var roleId in wanted)
            account.Grant(roleId);
        db.Audit.Describe(AuditEvent.AccountRolesChanged, $"{account.Person.Name}（{account.UserName}）", $"{saved.Shown} → {form.Shown}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/accounts/{id}", $"已保存{account.Person.Name}的角色，一分钟内生效。");
    }

    private IQueryable<Account> Matching(IQueryable<Account> accounts, string? query, string? role)
    {
        if (!string.IsNullOrEmpty(role))
            accounts = accounts.Where(account => account.RoleLinks.Any(link => db.Roles.Any(held => held.Id == link.RoleId && held.Name == role)));
        if (string.IsNullOrWhiteSpace(query))
            return accounts;
        var (text, upper) = (query.Trim(), query.Trim().ToUpperInvariant());
        return accounts.Where(account => account.NormalizedUserName!.Contains(upper) || account.Person.Name.Contains(text)
            || account.Person.Terms.Any(term => term.To == null && (term.Branch!.Name.Contains(text) || term.Branch.Committee.Name.Contains(text) || term.Committee!.Name.Contains(text))));
    }

    private Task<Account?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Users.Include(account => account.Person).Include(account => account.RoleLinks).SingleOrDefaultAsync(account => account.Id == id, cancellationToken);

    private async Task<RolesForm> FormOfAsync(Account account, CancellationToken cancellationToken)
    {
        var held = account.RoleLinks.Select(link => link.RoleId).ToList();
        var names = await db.Roles.Where(role => held.Contains(role.Id)).Select(role => role.Name!).ToListAsync(cancellationToken);
        return new RolesForm { Roles = names, Version = Guid.Parse(account.ConcurrencyStamp!) };
    }

    private static RolesPage PageOf(Account account, RolesForm form) => new(account.Id, account.Person.Name, account.UserName!, form);

    private void RequireRoles(IRolesForm form)
    {
        form.Roles = form.Roles.Where(role => role is not null && Roles.Names.ContainsKey(role)).Distinct().ToList();
        if (form.Roles.Count == 0)
            ModelState.AddModelError(nameof(form.Roles), "请至少选一个角色。");
        else if (Roles.Conflict(form.Roles) is { } conflict)
            ModelState.AddModelError(nameof(form.Roles), conflict);
    }

    /// <summary>The person known by the number; null when the person is new or the form is wrong.</summary>
    private async Task<Person?> PersonAsync(NewAccountForm form, CancellationToken cancellationToken)
    {
        var number = NameKey.Of(form.StaffNumber ?? "");
        if (number.Length == 0 || await db.People.SingleOrDefaultAsync(person => person.StaffNumberKey == number, cancellationToken) is not { } person)
            return null;
        if (NameKey.Of(person.Name) != NameKey.Of(form.Name ?? ""))
            ModelState.AddModelError(nameof(form.StaffNumber), $"工号或学号「{form.StaffNumber!.Trim()}」登记的是{person.Name}，与姓名不符，请核对。");
        else if (await db.Users.Where(account => account.PersonId == person.Id).Select(account => account.UserName).FirstOrDefaultAsync(cancellationToken) is { } existing)
            ModelState.AddModelError(nameof(form.StaffNumber), $"{person.Name}已经有账号，登录名是「{existing}」。要加角色，请修改那个账号。");
        return person;
    }

    private Task<List<int>> RoleIdsAsync(List<string> names, CancellationToken cancellationToken) =>
        db.Roles.Where(role => names.Contains(role.Name!)).Select(role => role.Id).ToListAsync(cancellationToken);

    private static string RolesInWords(IEnumerable<string> roles) => string.Join("、", Roles.Names.Where(role => roles.Contains(role.Key)).Select(role => role.Value));
}
