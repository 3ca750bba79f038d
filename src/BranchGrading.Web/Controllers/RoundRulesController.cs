using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.RoundRules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The rules of an opened round: to read, and to change with a reason.</summary>
[Authorize(Policies.RunRound)]
public sealed class RoundRulesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/rules")]
    public async Task<IActionResult> Edit(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, null, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/rules")]
    public async Task<IActionResult> Edit(int roundId, RuleChangeForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (ModelState.IsValid)
            form.Rules.Check(ModelState, "Form.Rules");
        if (form.Version != page.Round.Version)
            return this.Stale("Edit", form, RuleChangeForm.Of(page.Round), page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ActOnRoundAsync(roundId, async round =>
            {
                var reviewed = await db.HasCommitteeResultsAsync(roundId, cancellationToken);
                db.Expect(round, form.Version);
                // What was completed on line holds the vote items as the ballots filled them by this rule.
                if (form.Rules.ToRules().FairCounts != round.Rules.FairCounts && await db.Reviews.AnyAsync(review => review.Participant.RoundId == roundId && review.Total != null, cancellationToken))
                    throw new RuleViolationException("已经有支部在网上完成初评，测评项目的得分按现在的规则算好了，「一般」是否计入满意不能再改。");
                round.ChangeRules(form.Rules.ToRules(), reviewed, form.Reason, User.Viewer().Name, clock.UtcNow);
                db.Audit.Describe(AuditEvent.RulesChanged, $"{round.Year} 年度", form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            var fresh = (await PageAsync(roundId, form, cancellationToken))!;
            return this.Stale("Edit", form, RuleChangeForm.Of(fresh.Round), fresh);
        }

        return this.Done($"/rounds/{roundId}/rules", "规则已修改，等级已按新规则重新计算。");
    }

    private async Task<RuleChangePage?> PageAsync(int roundId, RuleChangeForm? form, CancellationToken cancellationToken)
    {
        if (await db.Rounds.AsNoTracking().WithParts().SingleOrDefaultAsync(round => round.Id == roundId && round.OpenedAt != null, cancellationToken) is not { } round)
            return null;
        var reviewed = await db.HasCommitteeResultsAsync(roundId, cancellationToken);
        return new RuleChangePage(round, form ?? RuleChangeForm.Of(round), CapOnly: reviewed);
    }
}
