using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Web.Accounts;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Accounts;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>按名册开通账号: for all secretaries and organisers who have none.</summary>
[Authorize(Policies.MakeAccounts)]
public sealed class RosterAccountsController(GradingDbContext db, RosterAccounts roster, WorkRunner works) : Controller
{
    public const string Title = "按名册开通账号";

    [HttpGet("/accounts/from-roster")]
    public async Task<IActionResult> Create(CancellationToken cancellationToken) => View("~/Views/Accounts/FromRoster.cshtml", new RosterPage(
        await roster.PlanAsync(cancellationToken),
        works.Of(User.Viewer().AccountId).Where(work => work.Title == Title).ToList()));

    [HttpPost("/accounts/from-roster"), ActionName(nameof(Create))]
    public async Task<IActionResult> CreateConfirmed(CancellationToken cancellationToken)
    {
        var ready = (await roster.PlanAsync(cancellationToken)).Count(line => line.Problem is null);
        if (ready == 0)
            throw new RuleViolationException("名册上的书记和组织员都有账号了，没有要开通的。");

        // The row also spends the form's key, which the work, in a scope of its own, could not.
        await db.RecordAsync(AuditEvent.AccountsCreatedFromRoster, $"开始办理，{ready} 人", null, cancellationToken);
        var work = await works.StartAsync(db.Audit, Title, (services, work, stopping) => services.GetRequiredService<RosterAccounts>().MakeAsync(work, stopping));
        return Redirect($"/works/{work.Id}");
    }
}
