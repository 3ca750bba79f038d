using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The next version of a standard, which may change where this one may not.</summary>
[Authorize(Policies.RunRound)]
public sealed class StandardVersionsController(GradingDbContext db) : Controller
{
    [HttpPost("/standards/{standardId:int}/versions")]
    public async Task<IActionResult> Create(int standardId, CancellationToken cancellationToken)
    {
        if (await db.FindStandardAsync(standardId, cancellationToken) is not { } standard)
            return NotFound();
        var next = standard.NextVersion(latest: await db.LatestVersionAsync(standard.Name, cancellationToken));
        db.Add(next);
        db.Audit.Describe(AuditEvent.StandardCreated, $"{next.Title()}，由第 {standard.VersionNumber} 版而来");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/standards/{next.Id}/edit", $"已做好第 {next.VersionNumber} 版，内容和第 {standard.VersionNumber} 版相同，请在这里修改。改好后在新年度的「规则与期限」里选用。");
    }
}
