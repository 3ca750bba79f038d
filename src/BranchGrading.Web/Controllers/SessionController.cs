using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Seed;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Session;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>Signing in and out.</summary>
public sealed class SessionController(GradingDbContext db, SignInManager<Account> signIn, UserManager<Account> users, SchoolProfile school, SchoolClock clock) : Controller
{
    /// <summary>The same for every reason: an answer must not tell which accounts there are.</summary>
    private const string Wrong = "账号或密码不对。连续输错 10 次要等 15 分钟；急用请找管理您账号的人领新的一次性密码。";

    [HttpGet("/session/new"), AllowAnonymous]
    public async Task<IActionResult> New(string? returnUrl, CancellationToken cancellationToken) =>
        User.IsSignedIn() ? Redirect("/") : View("New", await PageAsync(new SignInForm { ReturnUrl = returnUrl }, cancellationToken));

    [HttpPost("/session"), AllowAnonymous, NoFormKey]
    public async Task<IActionResult> Create(SignInForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.Again("New", await PageAsync(form, cancellationToken));
        var account = await users.FindByNameAsync(form.UserName.Trim());
        if (account?.PasswordHash is null)
        {
            // As much work as for a known account, and the same answer.
            users.PasswordHasher.HashPassword(new Account(), form.Password);
            return await RefusedAsync(form, Wrong, cancellationToken);
        }

        var settings = await school.GetAsync(cancellationToken);
        if (settings.IsDemo && !(HttpContext.Connection.RemoteIpAddress is null || System.Net.IPAddress.IsLoopback(HttpContext.Connection.RemoteIpAddress)))
            return await RefusedAsync(form, "演示账号只能在运行本系统的这台电脑上使用。", cancellationToken);
        if (!await CountTryAsync(account, form.Password, cancellationToken))
            return await RefusedAsync(form, Wrong, cancellationToken);
        if (account.PasswordExpiresAt < clock.UtcNow)
            return await RefusedAsync(form, "一次性密码已经过期，请找发放的人重新领取。", cancellationToken);
        return await EnterAsync(account.Id, form.ReturnUrl, cancellationToken);
    }

    /// <summary>Enters a demo account by its button.</summary>
    [HttpPost("/session/demo"), AllowAnonymous, NoFormKey]
    public async Task<IActionResult> CreateDemo(string userName, CancellationToken cancellationToken)
    {
        var settings = await school.GetAsync(cancellationToken);
        if (!settings.IsDemo || DemoSchool.Accounts.All(account => account.UserName != userName))
            return NotFound();
        return await Create(new SignInForm { UserName = userName, Password = DemoSchool.Password }, cancellationToken);
    }

    [HttpPost("/session/end"), Authorize(Policies.SignedIn), NoFormKey]
    public async Task<IActionResult> Delete(CancellationToken cancellationToken)
    {
        if (await SessionCookie.EndAsync(HttpContext, clock.UtcNow) is { } ended)
            db.Add(ended);
        await db.RecordAsync(AuditEvent.SignedOut, User.Viewer().Name, null, cancellationToken);
        await signIn.SignOutAsync();
        return this.Done("/session/new", "您已退出。");
    }

    /// <summary>Tries are counted one after another, so that many at once are no more than ten.</summary>
    private async Task<bool> CountTryAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var isRight = users.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed;
        return await db.InTransactionAsync(async () =>
        {
            await db.LockAccountAsync(account.Id, cancellationToken);
            var counted = await db.Users.SingleAsync(known => known.Id == account.Id, cancellationToken);
            var enters = counted.TrySignIn(isRight, clock.UtcNow);
            await db.SaveChangesAsync(cancellationToken);
            return enters;
        }, cancellationToken);
    }

    private async Task<IActionResult> EnterAsync(int accountId, string? returnUrl, CancellationToken cancellationToken)
    {
        var account = await db.Users.Include(account => account.Person).SingleAsync(account => account.Id == accountId, cancellationToken);
        await signIn.SignInAsync(account, isPersistent: false);
        db.Audit.ActAs(account.Id, account.Person.Name, HttpContext.Connection.RemoteIpAddress?.ToString());
        await db.RecordAsync(AuditEvent.SignedIn, account.Person.Name, null, cancellationToken);
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl!) : Redirect("/");
    }

    private async Task<IActionResult> RefusedAsync(SignInForm form, string reason, CancellationToken cancellationToken)
    {
        await db.RecordAsync(AuditEvent.SignInFailed, form.UserName.Length > 40 ? form.UserName[..40] : form.UserName, reason, cancellationToken);
        ModelState.AddModelError(nameof(form.Password), reason);
        return this.Again("New", await PageAsync(form, cancellationToken));
    }

    private async Task<SignInPage> PageAsync(SignInForm form, CancellationToken cancellationToken)
    {
        var settings = await school.GetAsync(cancellationToken);
        var round = await db.Rounds.AsNoTracking().Where(round => round.OpenedAt != null).OrderByDescending(round => round.Year)
            .Select(round => new SignInPage.RoundDates(round.Year, round.Deadlines)).FirstOrDefaultAsync(cancellationToken);
        return new SignInPage(form, settings.IsDemo ? DemoSchool.Accounts : [], round);
    }
}
