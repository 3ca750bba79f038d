using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>设置 of the school: names, and the wording and fonts of its forms.</summary>
[Authorize(Policies.Administer)]
public sealed class SettingsController(GradingDbContext db) : Controller
{
    [HttpGet("/settings")]
    public async Task<IActionResult> Edit(CancellationToken cancellationToken) =>
        View("Edit", SettingsForm.Of(await db.Settings.AsNoTracking().SingleAsync(cancellationToken)));

    [HttpPost("/settings")]
    public async Task<IActionResult> Edit(SettingsForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.Again("Edit", form);
        var settings = await db.Settings.SingleAsync(cancellationToken);
        if (form.Version != settings.Version)
            return this.Stale("Edit", form, SettingsForm.Of(settings));
        form.ApplyTo(settings);
        db.Audit.Describe(AuditEvent.SettingsChanged, settings.SchoolName);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done("/settings", "已保存设置。以后打开的页面和导出的报表用新的内容。");
    }
}
