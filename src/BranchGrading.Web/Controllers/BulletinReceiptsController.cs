using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Bulletins;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>已阅: a reader's confirmation, and for the writing side who has given it.</summary>
[Authorize(Policies.ReadBulletins)]
public sealed class BulletinReceiptsController(GradingDbContext db, SchoolProfile profile, SchoolClock clock) : Controller
{
    [HttpPost("/bulletins/{id:int}/receipt")]
    public async Task<IActionResult> Create(int id, Guid version, CancellationToken cancellationToken)
    {
        ModelState.Remove(nameof(version));
        string reason;
        try
        {
            if (await db.ConfirmAsync(id, User.Viewer(), version, () => clock.UtcNow, cancellationToken) is not { } confirmed)
                return NotFound();
            if (confirmed)
                return this.Done($"/bulletins/{id}", "已确认，谢谢。");
            reason = "您打开之后，内容有更正，下面是新的内容。请看过以后再点一次「我已阅读」。";
        }
        catch (RuleViolationException refused)
        {
            reason = refused.Message;
        }

        db.ChangeTracker.Clear();
        return await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken) is { } page ? this.Refused("~/Views/Bulletins/Details.cshtml", page, reason) : NotFound();
    }

    [HttpGet("/bulletins/{id:int}/receipts"), Authorize(Policies.WriteBulletins)]
    public async Task<IActionResult> Index(int id, ReceiptFilter filter, CancellationToken cancellationToken) =>
        await ListAsync(id, filter, cancellationToken) is { } list ? View("~/Views/Bulletins/Receipts.cshtml", list) : NotFound();

    [HttpPost("/bulletins/{id:int}/receipts/export"), Authorize(Policies.WriteBulletins), NoFormKey]
    public async Task<IActionResult> Export(int id, ReceiptFilter filter, CancellationToken cancellationToken)
    {
        if (await ListAsync(id, filter, cancellationToken) is not { } list)
            return NotFound();
        await db.RecordAsync(AuditEvent.FormExported, $"{list.Bulletin.Subject()}：确认情况（{Choices.NameOf(filter.Show)}），{list.Found.Count} 人", null, cancellationToken);
        return File(Table.Write([list.Sheet(clock)]), ImportsController.Workbook, $"确认情况-{id}.xlsx");
    }

    private async Task<ReceiptList?> ListAsync(int id, ReceiptFilter filter, CancellationToken cancellationToken)
    {
        if (await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken, own: true) is not { Bulletin: { IsDraft: false, NeedsReceipt: true } } page)
            return null;
        var found = page.Readers.Where(reader => filter.Holds(reader, filter.Show)).ToList();
        return new ReceiptList(page, filter, found, Pager.Of(filter.Page, ReceiptList.PageSize, found.Count, Request), (await profile.GetAsync(cancellationToken)).PublicAddress);
    }
}
