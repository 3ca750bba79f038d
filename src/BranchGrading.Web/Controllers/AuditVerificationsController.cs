using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>核验审计链: whether every row of the audit is still as it was written.</summary>
[Authorize(Policies.ReadAudit)]
public sealed class AuditVerificationsController(GradingDbContext db, WorkRunner works) : Controller
{
    [HttpPost("/audit/verification"), NoFormKey]
    public async Task<IActionResult> Create()
    {
        var work = await works.StartAsync(db.Audit, "核验审计链", async (services, work, stopping) =>
        {
            work.Report(0, 0, "正在逐条核验。");
            var own = services.GetRequiredService<GradingDbContext>();
            var broken = await AuditTrail.FirstBrokenAsync(own, stopping);
            await own.RecordAsync(AuditEvent.AuditVerified, "操作记录", broken is { } at ? $"第 {at} 条对不上" : "全部一致", stopping);
            return broken is { } row
                ? throw new RuleViolationException($"第 {row} 条操作记录和写下时不一致，可能被绕过本系统改动过。请保留现场，并报告系统管理员和学校网信部门。")
                : new WorkResult("操作记录逐条核验过，全部和写下时一致。", "/audit");
        });
        return Redirect($"/works/{work.Id}");
    }
}
