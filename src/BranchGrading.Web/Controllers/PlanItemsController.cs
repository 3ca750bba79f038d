using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>整改事项: one item of a plan, written while the plan is drawn up, followed while it runs.</summary>
[Authorize(Policies.SeePlan)]
[Route("/plans/{participantId:int}/items")]
public sealed class PlanItemsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Gone = "这一项刚才被删除，或者计划已经不由您填写，没有保存。您写的还在下面，请先复制下来。";
    private const string EditView = "~/Views/Plans/ItemEdit.cshtml";

    [HttpGet("{itemId:int}")]
    public async Task<IActionResult> Details(int participantId, int itemId, CancellationToken cancellationToken) =>
        await db.ItemPageAsync(participantId, itemId, User.Viewer(), clock.Today, cancellationToken) is { } page ? View("~/Views/Plans/Item.cshtml", page) : NotFound();

    [HttpGet("new"), Authorize(Policies.WritePlan)]
    public async Task<IActionResult> New(int participantId, CancellationToken cancellationToken) => await PaperAsync(participantId, null, cancellationToken) switch
    {
        null => NotFound(),
        { MayWrite: false } => Redirect(PlanPage.AddressOf(participantId)),
        var paper => View(EditView, new ItemEditPage(paper, null, new ItemForm { TargetGrade = paper.PublishedGrade is { } grade ? Domain.Grading.GradeExtensions.OneStepBetter(grade) : null })),
    };

    [HttpPost(""), Authorize(Policies.WritePlan)]
    public Task<IActionResult> Create(int participantId, ItemForm form, CancellationToken cancellationToken) => SaveAsync(participantId, null, form, "已加入一项。", cancellationToken);

    [HttpGet("{itemId:int}/edit"), Authorize(Policies.WritePlan)]
    public async Task<IActionResult> Edit(int participantId, int itemId, CancellationToken cancellationToken) => await PaperAsync(participantId, itemId, cancellationToken) switch
    {
        null => NotFound(),
        { MayWrite: false } => Redirect(PlanPage.AddressOf(participantId)),
        var paper => View(EditView, Page(paper, itemId, null)),
    };

    [HttpPost("{itemId:int}"), Authorize(Policies.WritePlan)]
    public Task<IActionResult> Edit(int participantId, int itemId, ItemForm form, CancellationToken cancellationToken) => SaveAsync(participantId, itemId, form, "已保存。", cancellationToken);

    [HttpGet("{itemId:int}/removal"), Authorize(Policies.WritePlan)]
    public async Task<IActionResult> Delete(int participantId, int itemId, CancellationToken cancellationToken) => await PaperAsync(participantId, itemId, cancellationToken) switch
    {
        null => NotFound(),
        { MayWrite: false } => Redirect(PlanPage.AddressOf(participantId)),
        var paper => View("~/Views/Plans/ItemRemoval.cshtml", Page(paper, itemId, null)),
    };

    [HttpPost("{itemId:int}/removal"), Authorize(Policies.WritePlan)]
    public async Task<IActionResult> Delete(int participantId, int itemId, Guid version, CancellationToken cancellationToken) =>
        await db.ChangeItemAsync(participantId, User.Viewer(), itemId, version, (plan, item) => plan.Remove(item!), cancellationToken) is not null
            ? this.Done(PlanPage.AddressOf(participantId), "这一项已删除。")
            : NotFound();

    private async Task<IActionResult> SaveAsync(int participantId, int? itemId, ItemForm form, string done, CancellationToken cancellationToken)
    {
        if (await PaperAsync(participantId, itemId, cancellationToken) is not { } paper)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(EditView, Page(paper, itemId, form));
        try
        {
            return await db.ChangeItemAsync(participantId, User.Viewer(), itemId, form.Version, form.ApplyTo, cancellationToken) is not null
                ? this.Done($"{PlanPage.AddressOf(participantId)}{(itemId is { } id ? $"#item-{id}" : "")}", done)
                : this.Refused(EditView, Page(paper, itemId, form), Gone);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused(EditView, Page(paper, itemId, form), refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return await PaperAsync(participantId, itemId, cancellationToken) is { } now && now.Plan!.Items.Single(item => item.Id == itemId) is var saved
                ? this.Stale(EditView, form, ItemForm.Of(saved), Page(now, itemId, form))
                : NotFound();
        }
    }

    /// <summary>The plan that the viewer writes, with the item in it; null where it is not there for him.</summary>
    private async Task<PlanPaper?> PaperAsync(int participantId, int? itemId, CancellationToken cancellationToken) =>
        await db.FindPlanAsync(participantId, User.Viewer(), cancellationToken) is { MayFill: true, Plan: { } plan } paper && (itemId is null || plan.Items.Any(item => item.Id == itemId)) ? paper : null;

    private static ItemEditPage Page(PlanPaper paper, int? itemId, ItemForm? form)
    {
        var item = paper.Plan!.Items.FirstOrDefault(item => item.Id == itemId);
        return new ItemEditPage(paper, item, form ?? ItemForm.Of(item!));
    }
}
