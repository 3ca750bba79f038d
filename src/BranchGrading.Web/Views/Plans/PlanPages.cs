using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Views.Plans;

/// <summary>Loads the page of a plan, from which nearly everything is done.</summary>
public static class PlanPages
{
    public const string View = "~/Views/Plans/Details.cshtml";

    /// <summary>The page as it is now; null where the plan is hidden.</summary>
    public static async Task<PlanPage?> PlanPageAsync(this GradingDbContext db, int participantId, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.FindPlanAsync(participantId, viewer, cancellationToken) is not { } paper)
            return null;
        var writes = paper.MayFill && (paper.Plan is { IsDraft: true } || paper.WhyNotBegin is null);
        var suggestions = writes ? await db.SuggestionsAsync(paper, cancellationToken) : [];
        return new PlanPage(paper, suggestions, paper.Plan is null ? Array.Empty<Attachment>().ToLookup(file => 0) : await db.PlanFilesAsync(paper.Plan, cancellationToken), today)
        {
            Begin = new BeginForm { Kind = ImprovementPlan.KindFor(paper.PublishedGrade), Keys = [.. suggestions.Where(one => one.Origin == PlanItemOrigin.SelfAssessment).Select(one => one.Key)] },
            Head = paper.Plan is { } known ? HeadForm.Of(known) : new(),
            Leader = paper.Plan is { } led ? LeaderForm.Of(led) : new(),
            Approval = new ApprovalForm { ContactLeader = paper.Plan is { ContactLeader.Length: > 0 } plan ? plan.ContactLeader : paper.ContactLeader },
        };
    }

    /// <summary>The page of one item as it is now; null where it is hidden.</summary>
    public static async Task<ItemPage?> ItemPageAsync(this GradingDbContext db, int participantId, int itemId, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.FindPlanAsync(participantId, viewer, cancellationToken) is not { Plan: { } plan, SeesContent: true } paper || plan.Items.FirstOrDefault(item => item.Id == itemId) is not { } item)
            return null;
        return new ItemPage(paper, item, await db.PlanFilesAsync(plan, cancellationToken), new EntryForm { Percent = item.State == PlanItemState.Accepted ? 0 : item.Percent, Version = item.Version }, today);
    }

    /// <summary>Does something to a plan and leads back to it; a refused rule shows the page again with the reason, and what was typed.</summary>
    /// <param name="controller">Who answers.</param>
    /// <param name="db">The database.</param>
    /// <param name="participantId">The branch in its round.</param>
    /// <param name="clock">The time.</param>
    /// <param name="act">Does it; null where it is not the viewer's to do.</param>
    /// <param name="done">What is said then.</param>
    /// <param name="typed">Puts what was typed into the page.</param>
    /// <param name="field">The field to which the reason belongs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IActionResult> OnPlanAsync(
        this Controller controller, GradingDbContext db, int participantId, SchoolClock clock, Func<Viewer, Task<PlanPaper?>> act, Func<PlanPaper, string> done, Func<PlanPage, PlanPage> typed,
        string field, CancellationToken cancellationToken)
    {
        var viewer = controller.User.Viewer();
        try
        {
            if (controller.ModelState.IsValid)
                return await act(viewer) is { } paper ? controller.Done(PlanPage.AddressOf(participantId), done(paper)) : controller.NotFound();
        }
        catch (Domain.RuleViolationException refused)
        {
            return await db.PlanPageAsync(participantId, viewer, clock.Today, cancellationToken) is { } now ? controller.Refused(View, typed(now), refused.Message, field) : controller.NotFound();
        }

        return await db.PlanPageAsync(participantId, viewer, clock.Today, cancellationToken) is { } page ? controller.Again(View, typed(page)) : controller.NotFound();
    }

    /// <summary>Changed meanwhile: the page again with both texts.</summary>
    public static async Task<IActionResult> StalePlanAsync<TForm>(
        this Controller controller, GradingDbContext db, int participantId, SchoolClock clock, TForm form, Func<ImprovementPlan, TForm> saved, Func<PlanPage, PlanPage> typed, CancellationToken cancellationToken)
        where TForm : IVersionedForm =>
        await db.PlanPageAsync(participantId, controller.User.Viewer(), clock.Today, cancellationToken) is { Plan: { } plan } page
            ? controller.Stale(View, form, saved(plan), typed(page))
            : controller.NotFound();
}
