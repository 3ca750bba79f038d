using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>整改提升计划: the list, and the page of one.</summary>
[Authorize(Policies.SeePlan)]
[Route("/plans")]
public sealed class PlansController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(PlanFilter filter, int? page, CancellationToken cancellationToken) => View("Index", await ListAsync(filter, page, cancellationToken));

    [HttpPost("export"), NoFormKey]
    public async Task<IActionResult> Export(PlanFilter filter, CancellationToken cancellationToken)
    {
        var list = await ListAsync(filter, null, cancellationToken);
        await db.RecordAsync(AuditEvent.FormExported, $"整改提升计划清单，{list.Found.Count} 个支部", null, cancellationToken);
        return File(Table.Write([PlanTables.Of(list.Found)]), ImportsController.Workbook, $"整改提升计划-{clock.Today:yyyyMMdd}.xlsx");
    }

    [HttpGet("{participantId:int}")]
    public async Task<IActionResult> Details(int participantId, CancellationToken cancellationToken) =>
        await db.PlanPageAsync(participantId, User.Viewer(), clock.Today, cancellationToken) is { } page ? View("Details", page) : NotFound();

    /// <summary>Begins the plan, with the suggestions that were ticked.</summary>
    [HttpPost("{participantId:int}/draft"), Authorize(Policies.WritePlan)]
    public Task<IActionResult> Create(int participantId, BeginForm begin, CancellationToken cancellationToken) => this.OnPlanAsync(
        db, participantId, clock,
        viewer => db.BeginPlanAsync(participantId, viewer, begin.Kind, begin.Keys, () => clock.UtcNow, cancellationToken),
        _ => $"{begin.Kind!.Value.Word()}计划已经开始起草，{(begin.Keys.Count > 0 ? "请逐项补上原因、措施和时限。" : "请加上要改的事项。")}",
        page => page with { Begin = begin }, "", cancellationToken);

    /// <summary>Changes what the plan is for and who of the leaders is in contact.</summary>
    [HttpPost("{participantId:int}"), Authorize(Policies.WritePlan)]
    public async Task<IActionResult> Edit(int participantId, HeadForm head, CancellationToken cancellationToken)
    {
        try
        {
            return await this.OnPlanAsync(
                db, participantId, clock,
                viewer => db.DescribePlanAsync(participantId, viewer, head.Kind!.Value, head.ContactLeader, head.Version, cancellationToken),
                _ => "已保存。", page => page with { Head = head }, "", cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return await this.StalePlanAsync(db, participantId, clock, head, HeadForm.Of, page => page with { Head = head }, cancellationToken);
        }
    }

    private async Task<PlanList> ListAsync(PlanFilter filter, int? page, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var years = await db.PlanYearsAsync(viewer, cancellationToken);
        filter = filter with { Year = filter.Year ?? await db.RunningYearAsync(viewer, cancellationToken) ?? years.FirstOrDefault() };
        return PlanList.Of(filter, years, await db.PlansAsync(viewer, filter.Year == 0 ? null : filter.Year, clock.Today, cancellationToken), page, clock.Today, viewer, Request);
    }
}
