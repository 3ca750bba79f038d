using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>催办: one click reminds by mail all who have not confirmed a bulletin.</summary>
[Authorize(Policies.WriteBulletins)]
public sealed class BulletinRemindersController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("/bulletins/{id:int}/reminders")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken)
    {
        if (await db.RemindOfBulletinAsync(id, User.Viewer(), () => clock.Moment, cancellationToken) is not { } result)
            return NotFound();
        this.Notify(result.Written > 0 ? NoticeKind.Ok : NoticeKind.Info, string.Concat(RemindersController.Sentences(result)));
        return Redirect($"/bulletins/{id}/receipts");
    }
}
