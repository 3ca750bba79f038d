using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Password;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The own password.</summary>
[Authorize(Policies.SignedIn)]
public sealed class PasswordController(GradingDbContext db, UserManager<Account> users, SignInManager<Account> signIn) : Controller
{
    [HttpGet("/password")]
    public IActionResult Edit() => View("Edit", new PasswordForm());

    [HttpPost("/password")]
    public async Task<IActionResult> Edit(PasswordForm form, CancellationToken cancellationToken)
    {
        var account = (await users.GetUserAsync(User))!;
        if (ModelState.IsValid && !await users.CheckPasswordAsync(account, form.Current))
            ModelState.AddModelError(nameof(form.Current), "现在的密码不对。");
        if (ModelState.IsValid && form.Chosen == form.Current)
            ModelState.AddModelError(nameof(form.Chosen), "新密码不能和现在的一样。");
        foreach (var validator in ModelState.IsValid ? users.PasswordValidators : [])
        {
            foreach (var error in (await validator.ValidateAsync(users, account, form.Chosen)).Errors)
                ModelState.AddModelError(nameof(form.Chosen), error.Description);
        }

        if (!ModelState.IsValid)
            return this.Again("Edit", form);
        account.ChoosePassword(users.PasswordHasher.HashPassword(account, form.Chosen));
        db.Audit.Describe(AuditEvent.PasswordChanged, User.Viewer().Name);
        await db.SaveChangesAsync(cancellationToken);
        await signIn.RefreshSignInAsync(account);
        return this.Done("/", "密码已修改，下次请用新密码登录。");
    }
}
