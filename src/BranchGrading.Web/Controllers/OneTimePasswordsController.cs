using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Accounts;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>发一次性密码 to an account in one's care.</summary>
[Authorize(Policies.CareForAccounts)]
public sealed class OneTimePasswordsController(GradingDbContext db, IPasswordHasher<Account> hasher, WorkRunner works, SchoolClock clock) : Controller
{
    [HttpGet("/accounts/{id:int}/one-time-password")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } account ? View("~/Views/Accounts/IssuePassword.cshtml", account) : NotFound();

    [HttpPost("/accounts/{id:int}/one-time-password"), ActionName(nameof(Create))]
    public async Task<IActionResult> CreateConfirmed(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account)
            return NotFound();
        if (id == User.Viewer().AccountId)
            throw new RuleViolationException("自己的密码请用「修改密码」来改。");
        if (account.IsDisabled)
            throw new RuleViolationException($"{account.Person.Name}的账号已经停用，请先启用再发一次性密码。");
        var (password, until) = (OneTimePassword.New(), clock.UtcNow + OneTimePassword.Lifetime);
        account.GiveOneTimePassword(hasher.HashPassword(account, password), until);
        db.Audit.Describe(AuditEvent.OneTimePasswordIssued, $"{account.Person.Name}（{account.UserName}）");
        await db.SaveChangesAsync(cancellationToken);
        var unit = account.Person.Terms.Select(term => term.Branch?.Name ?? term.Committee?.Name).FirstOrDefault() ?? "";
        var slips = new PasswordSlips([new PasswordSlip(account.Person.Name, unit, account.UserName!, password)], until);
        var work = await works.StartAsync(db.Audit, "一次性密码", (_, _, _) => Task.FromResult(new WorkResult($"已给{account.Person.Name}发一次性密码，原来的密码不能再用。", Shown: slips)));
        return Redirect($"/works/{work.Id}");
    }

    private Task<Account?> FindAsync(int id, CancellationToken cancellationToken) => db.Users.InCareOf(User.Viewer(), db)
        .Include(account => account.Person.Terms.Where(term => term.To == null)).ThenInclude(term => term.Branch)
        .Include(account => account.Person.Terms.Where(term => term.To == null)).ThenInclude(term => term.Committee)
        .SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
}
