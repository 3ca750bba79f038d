using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.StandardHeads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>一级指标 of a standard.</summary>
[Authorize(Policies.RunRound), ChangesStandard]
public sealed class StandardHeadsController(GradingDbContext db) : Controller
{
    [HttpGet("/standards/{standardId:int}/heads/new")]
    public async Task<IActionResult> Create(int standardId, CancellationToken cancellationToken) =>
        await db.FindStandardAsync(standardId, cancellationToken) is { } standard ? View("Create", new NewHeadPage(standard, new NewHeadForm())) : NotFound();

    [HttpPost("/standards/{standardId:int}/heads")]
    public async Task<IActionResult> Create(int standardId, NewHeadForm form, CancellationToken cancellationToken)
    {
        if (await db.FindStandardAsync(standardId, cancellationToken) is not { } standard)
            return NotFound();
        var page = new NewHeadPage(standard, form);
        form.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        StandardHead? head = null;
        try
        {
            await db.ActOnStandardAsync(standardId, fresh =>
            {
                fresh.AddHead(head = form.ToHead());
                return $"增加指标{head.Name}";
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message, "Form.Name");
        }

        return this.Done($"/standards/{standardId}/edit#head-{head!.Id}", $"已增加指标「{head.Name}」。");
    }

    [HttpGet("/standards/{standardId:int}/heads/{headId:int}/edit")]
    public async Task<IActionResult> Edit(int standardId, int headId, CancellationToken cancellationToken) =>
        await PageAsync(standardId, headId, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("/standards/{standardId:int}/heads/{headId:int}")]
    public async Task<IActionResult> Edit(int standardId, int headId, HeadForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(standardId, headId, cancellationToken) is not { } known)
            return NotFound();
        var page = known with { Form = form };
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ActOnStandardAsync(standardId, fresh =>
            {
                var head = fresh.RequireHead(headId);
                if (HeadForm.Of(head).Version != form.Version)
                    throw new DbUpdateConcurrencyException();
                fresh.RenameHead(head, form.Name);
                return $"指标{known.Head.Name}改名为{head.Name}";
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message, "Form.Name");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return this.Stale("Edit", form, (await PageAsync(standardId, headId, cancellationToken) ?? known).Form, page);
        }

        return this.Done($"/standards/{standardId}/edit#head-{headId}", "指标名称已保存。");
    }

    [HttpGet("/standards/{standardId:int}/heads/{headId:int}/deletion")]
    public async Task<IActionResult> Delete(int standardId, int headId, CancellationToken cancellationToken) =>
        await PageAsync(standardId, headId, cancellationToken) is { } page ? View("Delete", page) : NotFound();

    [HttpPost("/standards/{standardId:int}/heads/{headId:int}/deletion")]
    public async Task<IActionResult> Delete(int standardId, int headId, HeadDeletionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(standardId, headId, cancellationToken) is not { } page)
            return NotFound();
        try
        {
            await db.ActOnStandardAsync(standardId, fresh =>
            {
                var head = fresh.RequireHead(headId);
                if (HeadDeletionForm.Of(head).Version != form.Version)
                    throw new RuleViolationException("您打开这一页之后，这个指标被别人改过。请看过现在的内容，再决定要不要删。");
                fresh.RemoveHead(head);
                return $"删去指标{head.Name}";
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            ModelState.Clear();
            return this.Refused("Delete", page, refused.Message);
        }

        return this.Done($"/standards/{standardId}/edit", $"已删去指标「{page.Head.Name}」和它的 {page.Head.Items.Count} 个项目。");
    }

    private async Task<HeadPage?> PageAsync(int standardId, int headId, CancellationToken cancellationToken) =>
        await db.FindStandardAsync(standardId, cancellationToken) is { } standard && standard.FindHead(headId) is { } head ? new HeadPage(standard, head, HeadForm.Of(head)) : null;
}
