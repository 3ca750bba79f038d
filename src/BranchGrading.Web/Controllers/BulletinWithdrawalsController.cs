using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Bulletins;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>撤回: its readers do not find a bulletin any more.</summary>
[Authorize(Policies.WriteBulletins)]
[Route("/bulletins/{id:int}/withdrawal")]
public sealed class BulletinWithdrawalsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Bulletins/Withdraw.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> New(int id, CancellationToken cancellationToken) =>
        await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is { Bulletin.WhyNotWithdraw: null } page ? View(Page, page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, Guid version, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindOwnBulletinAsync(id, viewer, cancellationToken) is not { } bulletin)
            return NotFound();
        ModelState.Remove(nameof(version));
        if (bulletin.WhyNotWithdraw is { } why)
            return await RefusedAsync("~/Views/Bulletins/Details.cshtml", id, why, cancellationToken);
        try
        {
            db.Expect(bulletin, version);
            bulletin.Withdraw(clock.UtcNow);
            db.Audit.Describe(AuditEvent.BulletinWithdrawn, bulletin.Subject());
            await db.SaveChangesAsync(cancellationToken);
            return this.Done($"/bulletins/{id}", "已撤回，收到的人不再看得到。");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return await RefusedAsync(Page, id, "您打开之后，这一则有变动，下面是现在的内容。看过以后再决定撤不撤回。", cancellationToken);
        }
    }

    private async Task<IActionResult> RefusedAsync(string view, int id, string reason, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is { } page ? this.Refused(view, page, reason) : NotFound();
    }
}
