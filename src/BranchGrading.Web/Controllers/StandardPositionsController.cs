using System.ComponentModel.DataAnnotations;
using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The places of heads and items: up (-1) or down (1) by one.</summary>
[Authorize(Policies.RunRound), ChangesStandard]
public sealed class StandardPositionsController(GradingDbContext db) : Controller
{
    [HttpPost("/standards/{standardId:int}/heads/{headId:int}/position")]
    public async Task<IActionResult> EditHead(int standardId, int headId, [AllowedValues(-1, 1)] int by, CancellationToken cancellationToken)
    {
        if (await db.FindStandardAsync(standardId, cancellationToken) is not { } standard || standard.FindHead(headId) is not { } known)
            return NotFound();
        if (!ModelState.IsValid)
            return BadRequest();
        await db.ActOnStandardAsync(standardId, fresh =>
        {
            fresh.MoveHead(fresh.RequireHead(headId), by);
            return $"移动指标{known.Name}";
        }, cancellationToken);
        return this.Done($"/standards/{standardId}/edit#head-{headId}", $"「{known.Name}」已{(by < 0 ? "上" : "下")}移。");
    }

    [HttpPost("/standards/{standardId:int}/items/{itemId:int}/position")]
    public async Task<IActionResult> EditItem(int standardId, int itemId, [AllowedValues(-1, 1)] int by, CancellationToken cancellationToken)
    {
        if (await db.FindStandardAsync(standardId, cancellationToken) is not { } standard || standard.FindItem(itemId) is not { } known)
            return NotFound();
        if (!ModelState.IsValid)
            return BadRequest();
        await db.ActOnStandardAsync(standardId, fresh =>
        {
            fresh.MoveItem(fresh.RequireItem(itemId), by);
            return $"移动项目{known.Name}";
        }, cancellationToken);
        return this.Done($"/standards/{standardId}/edit#item-{itemId}", $"「{known.Name}」已{(by < 0 ? "上" : "下")}移。");
    }
}
