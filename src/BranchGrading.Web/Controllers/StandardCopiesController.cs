using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Standards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>Copies of a standard under another name.</summary>
[Authorize(Policies.RunRound)]
public sealed class StandardCopiesController(GradingDbContext db) : Controller
{
    [HttpGet("/standards/{standardId:int}/copies/new")]
    public async Task<IActionResult> Create(int standardId, CancellationToken cancellationToken) =>
        await db.FindStandardAsync(standardId, cancellationToken) is { } standard ? View("Create", StandardNamePage.Of(standard) with { Form = new StandardNameForm() }) : NotFound();

    [HttpPost("/standards/{standardId:int}/copies")]
    public async Task<IActionResult> Create(int standardId, StandardNameForm form, CancellationToken cancellationToken)
    {
        if (await db.FindStandardAsync(standardId, cancellationToken) is not { } standard)
            return NotFound();
        if (await db.IsStandardNameTakenAsync(form.Name ?? "", null, cancellationToken))
            ModelState.AddModelError("Form.Name", StandardNameForm.Taken(form.Name!));
        if (!ModelState.IsValid)
            return this.Again("Create", StandardNamePage.Of(standard) with { Form = form });
        var copy = standard.CopyAs(form.Name!);
        db.Add(copy);
        db.Audit.Describe(AuditEvent.StandardCreated, $"{copy.Title()}，由{standard.Title()}复制");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/standards/{copy.Id}/edit", $"已复制为「{copy.Name}」，请在这里修改；原来的标准没有动。");
    }
}
