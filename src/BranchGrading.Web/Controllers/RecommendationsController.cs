using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Recommendations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>先进党支部推荐 of a final round (§3.9): the department at every level, an officer of the own committee's branches up to the school's.</summary>
[Authorize(Policies.Recommend)]
public sealed class RecommendationsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/recommendations")]
    public async Task<IActionResult> Index(int roundId, RecommendationFilter filter, CancellationToken cancellationToken) =>
        await PageAsync(roundId, new RecommendationForm(), filter, cancellationToken) is { } page ? View("Index", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/recommendations")]
    public async Task<IActionResult> Create(int roundId, RecommendationForm form, [FromQuery] RecommendationFilter filter, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, filter, cancellationToken) is not { } page || form.ParticipantIds.Except(page.All.Select(row => row.ParticipantId)).Any())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Index", page);
        var level = form.Level!.Value;
        if (!page.Levels.Contains(level))
            return this.Refused("Index", page, WhyNotAt(level), "Form.Level");
        try
        {
            await db.RecommendAsync(roundId, form.ParticipantIds, level, form.Grounds, User.Viewer().Name, clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", page, refused.Message);
        }

        return this.Done($"/rounds/{roundId}/recommendations?show={RecommendationFilter.Recommended}", $"已推荐 {form.ParticipantIds.Distinct().Count()} 个支部为{level.Word()}先进党支部。");
    }

    [HttpPost("/rounds/{roundId:int}/recommendations/{participantId:int}/removal")]
    public async Task<IActionResult> Delete(int roundId, int participantId, RecommendationLevel? level, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await FinalAsync(roundId, cancellationToken) is not { } round
            || await db.RecommendableBy(viewer, roundId).AsNoTracking().SingleOrDefaultAsync(participant => participant.Id == participantId, cancellationToken) is not { } participant)
            return NotFound();
        if (level is { } asked && !RecommendationList.LevelsOf(viewer.IsDepartment).Contains(asked))
            throw new RuleViolationException(WhyNotAt(asked));
        db.Remove(await db.Recommendations.SingleOrDefaultAsync(entry => entry.ParticipantId == participantId && entry.Level == level, cancellationToken)
            ?? throw new RuleViolationException($"「{participant.BranchName}」没有这条推荐，或者已经撤销。"));
        db.Audit.Describe(AuditEvent.RecommendationWithdrawn, $"{round.Year} 年度，{level!.Value.Word()}：{participant.BranchName}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/rounds/{roundId}/recommendations?show={RecommendationFilter.Recommended}", $"已撤销「{participant.BranchName}」的{level.Value.Word()}推荐。");
    }

    [HttpPost("/rounds/{roundId:int}/recommendations/export"), NoFormKey]
    public async Task<IActionResult> Export(int roundId, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, new RecommendationForm(), new RecommendationFilter(), cancellationToken) is not { } page)
            return NotFound();
        await db.RecordAsync(AuditEvent.FormExported, $"{page.Round.Year} 年度先进党支部推荐名单", null, cancellationToken);
        return File(Table.Write(RecommendationTables.Of(page.All)), ImportsController.Workbook, $"先进党支部推荐名单-{page.Round.Year}.xlsx");
    }

    private async Task<RecommendationList?> PageAsync(int roundId, RecommendationForm form, RecommendationFilter filter, CancellationToken cancellationToken)
    {
        if (await FinalAsync(roundId, cancellationToken) is not { } round)
            return null;
        var viewer = User.Viewer();
        return new RecommendationList(round, await db.RecommendationsAsync(viewer, roundId, cancellationToken), form, filter, viewer.IsDepartment, Request);
    }

    private async Task<GradingRound?> FinalAsync(int roundId, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Final } round ? round : null;

    private static string WhyNotAt(RecommendationLevel level) => $"{level.Word()}先进党支部由主管部门推荐，二级党组织可以推荐{string.Join('、', Recommendation.OfCommittees.Select(own => own.Word()))}。";
}
