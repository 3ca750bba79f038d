using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Bulletins;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>通知 and 典型经验: read by those they are for, written by department and committees.</summary>
[Authorize(Policies.ReadBulletins)]
public sealed class BulletinsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/bulletins")]
    public async Task<IActionResult> Index(BulletinFilter filter, CancellationToken cancellationToken) => View("Index", await BulletinList.ReadAsync(db, filter, User.Viewer(), Request, cancellationToken));

    [HttpGet("/bulletins/{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await BulletinPage.FindAsync(db, id, User.Viewer(), cancellationToken) is { } page ? View("Details", page) : NotFound();

    [HttpGet("/bulletins/new"), Authorize(Policies.WriteBulletins)]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        await BulletinEditPage.OfAsync(db, null, null, User.Viewer(), cancellationToken) is { Sides.Count: > 0 } page ? View("Edit", page) : NotFound();

    [HttpPost("/bulletins"), Authorize(Policies.WriteBulletins)]
    public async Task<IActionResult> Create(BulletinForm form, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await BulletinEditPage.OfAsync(db, null, form, viewer, cancellationToken) is not { Sides.Count: > 0 } page)
            return NotFound();
        page.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            var bulletin = new Bulletin(form.CommitteeId, form.Kind!.Value, form.Title, form.Content, form.Audience, form.NeedsReceipt, viewer.Name, clock.UtcNow);
            db.Add(bulletin);
            db.Audit.Describe(AuditEvent.BulletinWritten, bulletin.Subject());
            await db.SaveChangesAsync(cancellationToken);
            return this.Done($"/bulletins/{bulletin.Id}", "草稿已保存，别人还看不到。要附件的在下面添加，核对以后点「发布」。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
    }

    [HttpGet("/bulletins/{id:int}/edit"), Authorize(Policies.WriteBulletins)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, null, cancellationToken) is not { } page ? NotFound() : page.Bulletin!.WhyNotEdit is { } why ? this.Done(page.Address, why) : View("Edit", page);

    [HttpPost("/bulletins/{id:int}"), Authorize(Policies.WriteBulletins)]
    public async Task<IActionResult> Edit(int id, BulletinForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
            return NotFound();
        var (bulletin, viewer) = (page.Bulletin!, User.Viewer());
        if (bulletin.WhyNotEdit is { } why)
            return this.Refused("Edit", page, why);
        page.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        if (form.Version != bulletin.Version)
            return Stale(form, page);
        try
        {
            return await db.EditAsync(
                id, form.Version, viewer,
                (current, now) => current.Edit(form.Kind!.Value, form.Title, form.Content, form.Audience, form.NeedsReceipt, form.AskAgain, viewer.Name, now),
                form.AskAgain, form.MailToo, () => clock.UtcNow, cancellationToken) is not var (edited, mails) ? NotFound()
                : this.Done(page.Address, edited.IsDraft ? "草稿已保存。" : mails > 0 ? $"已更正，{mails} 封邮件放进了发件箱。" : "已更正，大家看到的是新的内容。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return await PageAsync(id, form, cancellationToken) is { } now ? Stale(form, now) : NotFound();
        }
    }

    private ViewResult Stale(BulletinForm form, BulletinEditPage page) => this.Stale("Edit", form.Named(page.Committees), BulletinForm.Of(page.Bulletin!).Named(page.Committees), page);

    private async Task<BulletinEditPage?> PageAsync(int id, BulletinForm? form, CancellationToken cancellationToken)
    {
        if (await db.FindOwnBulletinAsync(id, User.Viewer(), cancellationToken) is not { } bulletin)
            return null;
        if (form is not null)
        {
            // In whose name it stands was chosen when it was begun.
            form.Side = bulletin.CommitteeId ?? BulletinForm.School;
            ModelState.Remove("Form.Side");
            ModelState.Remove("Side");
        }

        return await BulletinEditPage.OfAsync(db, bulletin, form, User.Viewer(), cancellationToken);
    }
}
