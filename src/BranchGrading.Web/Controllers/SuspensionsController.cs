using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>停用 of an account, and its end.</summary>
[Authorize(Policies.Administer)]
public sealed class SuspensionsController(GradingDbContext db) : Controller
{
    [HttpPost("/accounts/{id:int}/suspension")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account)
            return NotFound();
        if (id == User.Viewer().AccountId)
            throw new RuleViolationException("不能停用自己的账号；请由另一位系统管理员办理。");
        account.Disable();
        db.Audit.Describe(AuditEvent.AccountDisabled, $"{account.Person.Name}（{account.UserName}）");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/accounts/{id}", $"已停用{account.Person.Name}的账号，正在用的一分钟内退出。");
    }

    [HttpPost("/accounts/{id:int}/suspension/end")]
    public async Task<IActionResult> Delete(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account)
            return NotFound();
        account.Enable();
        db.Audit.Describe(AuditEvent.AccountEnabled, $"{account.Person.Name}（{account.UserName}）");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/accounts/{id}", $"已启用{account.Person.Name}的账号。");
    }

    private Task<Account?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Users.Include(account => account.Person).SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
}
