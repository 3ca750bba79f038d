using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.StandardItems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>评分项目 of a standard.</summary>
[Authorize(Policies.RunRound), ChangesStandard]
public sealed class StandardItemsController(GradingDbContext db) : Controller
{
    [HttpGet("/standards/{standardId:int}/heads/{headId:int}/items/new")]
    public async Task<IActionResult> Create(int standardId, int headId, CancellationToken cancellationToken) =>
        await NewPageAsync(standardId, headId, ItemForm.New(), cancellationToken) is { } page ? View("Create", page) : NotFound();

    /// <summary>Adds the item; with <paramref name="more"/> only another row for a choice, and nothing is stored.</summary>
    [HttpPost("/standards/{standardId:int}/heads/{headId:int}/items")]
    public async Task<IActionResult> Create(int standardId, int headId, ItemForm form, bool more, CancellationToken cancellationToken)
    {
        if (await NewPageAsync(standardId, headId, form, cancellationToken) is not { } page)
            return NotFound();
        if (more)
            return View("Create", page.WithAnotherRow(ModelState));
        form.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        StandardItem? item = null;
        try
        {
            await db.ActOnStandardAsync(standardId, fresh =>
            {
                fresh.AddItem(fresh.RequireHead(headId), item = form.ToItem());
                return $"增加项目{item.Name}";
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message);
        }

        return this.Done($"/standards/{standardId}/edit#item-{item!.Id}", $"已增加项目「{item.Name}」。");
    }

    [HttpGet("/standards/{standardId:int}/items/{itemId:int}/edit")]
    public async Task<IActionResult> Edit(int standardId, int itemId, CancellationToken cancellationToken) =>
        await PageAsync(standardId, itemId, null, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("/standards/{standardId:int}/items/{itemId:int}")]
    public async Task<IActionResult> Edit(int standardId, int itemId, ItemForm form, bool more, CancellationToken cancellationToken)
    {
        if (await PageAsync(standardId, itemId, form, cancellationToken) is not { } page)
            return NotFound();
        if (more)
            return View("Edit", page.WithAnotherRow(ModelState));
        form.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ActOnStandardAsync(standardId, fresh =>
            {
                var item = fresh.RequireItem(itemId);
                if (ItemForm.Of(item).Version != form.Version)
                    throw new DbUpdateConcurrencyException();
                fresh.ChangeItem(item, form.ToItem());
                return $"修改项目{item.Name}";
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return this.Stale("Edit", form, (await PageAsync(standardId, itemId, null, cancellationToken) ?? page).Form, page);
        }

        return this.Done($"/standards/{standardId}/edit#item-{itemId}", $"已保存「{form.Name.Trim()}」。");
    }

    [HttpGet("/standards/{standardId:int}/items/{itemId:int}/deletion")]
    public async Task<IActionResult> Delete(int standardId, int itemId, CancellationToken cancellationToken) =>
        await PageAsync(standardId, itemId, null, cancellationToken) is { } page ? View("Delete", page) : NotFound();

    [HttpPost("/standards/{standardId:int}/items/{itemId:int}/deletion")]
    public async Task<IActionResult> Delete(int standardId, int itemId, Guid version, CancellationToken cancellationToken)
    {
        if (await PageAsync(standardId, itemId, null, cancellationToken) is not { } page)
            return NotFound();
        try
        {
            await db.ActOnStandardAsync(standardId, fresh =>
            {
                var item = fresh.RequireItem(itemId);
                if (ItemForm.Of(item).Version != version)
                    throw new RuleViolationException("您打开这一页之后，这个项目被别人改过。请看过现在的内容，再决定要不要删。");
                fresh.RemoveItem(item);
                return $"删去项目{item.Name}";
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            ModelState.Clear();
            return this.Refused("Delete", page, refused.Message);
        }

        return this.Done($"/standards/{standardId}/edit#head-{page.Head.Id}", $"已删去项目「{page.Item!.Name}」。");
    }

    private async Task<ItemPage?> NewPageAsync(int standardId, int headId, ItemForm form, CancellationToken cancellationToken) =>
        await db.FindStandardAsync(standardId, cancellationToken) is { } standard && standard.FindHead(headId) is { } head ? new ItemPage(standard, head, null, form) : null;

    private async Task<ItemPage?> PageAsync(int standardId, int itemId, ItemForm? form, CancellationToken cancellationToken) =>
        await db.FindStandardAsync(standardId, cancellationToken) is { } standard && standard.FindItem(itemId) is { } item
            ? new ItemPage(standard, standard.HeadOf(item), item, form ?? ItemForm.Of(item)) : null;
}
