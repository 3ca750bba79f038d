using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Mail;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Mails;
using BranchGrading.Web.Views.MailTemplates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>邮件模板: the wording of each kind of mail, and whether it is sent.</summary>
[Authorize(Policies.KeepMails)]
public sealed class MailTemplatesController(GradingDbContext db, MailOptions options, SchoolClock clock) : Controller
{
    [HttpGet("/mail-templates")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var own = await db.MailTemplates.AsNoTracking().ToDictionaryAsync(template => template.Kind, cancellationToken);
        return View("Index", Enum.GetValues<MailKind>().Where(kind => kind != MailKind.Test).Select(kind => new MailTemplateRow(kind, own.GetValueOrDefault(kind))).ToList());
    }

    [HttpGet("/mail-templates/{kind}")]
    public async Task<IActionResult> Edit(string kind, CancellationToken cancellationToken) =>
        KindOf(kind) is { } known ? View("Edit", await PageAsync(known, MailTemplateForm.Of(known, await FindAsync(known, cancellationToken)), cancellationToken)) : NotFound();

    [HttpPost("/mail-templates/{kind}")]
    public async Task<IActionResult> Update(string kind, MailTemplateForm form, CancellationToken cancellationToken)
    {
        if (KindOf(kind) is not { } known)
            return NotFound();
        if (!IsGood(form))
            return this.Again("Edit", await PageAsync(known, form, cancellationToken));
        var template = await FindAsync(known, cancellationToken);
        if (form.Version != (template?.Version ?? Guid.Empty))
            return this.Stale("Edit", form, MailTemplateForm.Of(known, template), await PageAsync(known, form, cancellationToken));
        form.ApplyTo(template ?? db.Add(new MailTemplate { Kind = known }).Entity);
        db.Audit.Describe(AuditEvent.MailTemplateChanged, known.Word());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done("/mail-templates", $"已保存「{known.Word()}」的模板。以后写的邮件用新的内容，已经写好的不变。");
    }

    [HttpPost("/mail-templates/{kind}/preview"), NoFormKey]
    public async Task<IActionResult> Preview(string kind, MailTemplateForm form, CancellationToken cancellationToken)
    {
        if (KindOf(kind) is not { } known)
            return NotFound();
        var page = await PageAsync(known, form, cancellationToken);
        return IsGood(form) ? View("Edit", page) : this.Again("Edit", page);
    }

    [HttpPost("/mail-templates/{kind}/test")]
    public async Task<IActionResult> Test(string kind, MailTemplateForm form, CancellationToken cancellationToken)
    {
        if (KindOf(kind) is not { } known)
            return NotFound();
        var page = await PageAsync(known, form, cancellationToken);
        if (!IsGood(form))
            return this.Again("Edit", page);
        var viewer = User.Viewer();
        var address = await db.People.Where(person => person.Id == viewer.PersonId).Select(person => person.Email).SingleAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(address))
            return this.Refused("Edit", page, "您没有登记邮箱，收不到测试邮件。请先在「人员」里登记您的邮箱。");
        var text = page.Preview with { Subject = $"【测试】{page.Preview.Subject}" };
        await db.AddMailAsync(
            MailKind.Test, $"test-{viewer.AccountId}-{Guid.NewGuid():N}", new MailRecipient(viewer.PersonId, viewer.Name, address), text, clock.UtcNow, cancellationToken: cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done("/mails", options.HasServer ? "测试邮件已写好，一分钟内发到您的邮箱；发没发出，看下面的状态。模板没有保存。" : "测试邮件已写好；没有设置发信服务器，不会发到您的邮箱。模板没有保存。");
    }

    [HttpPost("/mail-templates/{kind}/built-in")]
    public async Task<IActionResult> Reset(string kind, CancellationToken cancellationToken)
    {
        if (KindOf(kind) is not { } known)
            return NotFound();
        if (await FindAsync(known, cancellationToken) is { Body: not "" } template)
        {
            (template.Subject, template.Body) = ("", "");
            db.Audit.Describe(AuditEvent.MailTemplateChanged, known.Word(), "恢复内置内容");
            await db.SaveChangesAsync(cancellationToken);
        }

        return this.Done($"/mail-templates/{known}", $"「{known.Word()}」已恢复内置的内容。");
    }

    private static MailKind? KindOf(string kind) => Enum.GetValues<MailKind>().Where(known => known.ToString() == kind && known != MailKind.Test).Select(known => (MailKind?)known).FirstOrDefault();

    private Task<MailTemplate?> FindAsync(MailKind kind, CancellationToken cancellationToken) => db.MailTemplates.SingleOrDefaultAsync(template => template.Kind == kind, cancellationToken);

    private bool IsGood(MailTemplateForm form)
    {
        foreach (var (field, text) in new[] { (nameof(form.Subject), form.Subject), (nameof(form.Body), form.Body) })
        {
            if (MailWording.UnknownPlaces(text ?? "") is { Count: > 0 } unknown)
                ModelState.AddModelError(field, $"没有这样的填充项：{string.Join('、', unknown.Select(name => $"{{{name}}}"))}。可以用的列在下面。");
        }

        return ModelState.IsValid;
    }

    private async Task<MailTemplatePage> PageAsync(MailKind kind, MailTemplateForm form, CancellationToken cancellationToken)
    {
        var wording = await db.MailWordingAsync(kind, cancellationToken) with { Template = new MailText(form.Subject ?? "", form.Body ?? "") };
        return new MailTemplatePage(kind, form, wording.For(new MailRecipient(null, "张三", null), MailTemplatePage.Example), !string.IsNullOrWhiteSpace(wording.PublicAddress));
    }
}
