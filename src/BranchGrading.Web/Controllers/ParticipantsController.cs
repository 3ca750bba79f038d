using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Participants;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>参评支部: who takes part in a round, and corrections of what was frozen at its opening.</summary>
[Authorize(Policies.RunRound)]
public sealed class ParticipantsController(GradingDbContext db) : Controller
{
    private const int PageSize = 100;

    [HttpGet("/rounds/{roundId:int}/participants")]
    public async Task<IActionResult> Index(int roundId, string? q, int? page, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { } round)
            return NotFound();
        var reasons = round.Exclusions.ToDictionary(exclusion => exclusion.BranchId, exclusion => exclusion);
        var rows = round.IsOpened
            ? await db.Participants.AsNoTracking().Where(participant => participant.RoundId == roundId)
                .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId).ThenBy(participant => participant.DisplayOrder)
                .Select(participant => new ParticipantRow(participant.BranchId, participant.Id, participant.BranchName, participant.CommitteeName, participant.BranchType, participant.SecretaryName, participant.FullMembers, participant.ProbationaryMembers))
                .ToListAsync(cancellationToken)
            : await db.Branches.AsNoTracking().Where(branch => branch.IsActive)
                .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder)
                .Select(branch => new ParticipantRow(branch.Id, null, branch.Name, branch.Committee.Name, branch.Type,
                    branch.Terms.Where(term => term.To == null && term.Post == Domain.Organisation.Post.Secretary).Select(term => term.Person.Name).FirstOrDefault(), branch.FullMembers, branch.ProbationaryMembers))
                .ToListAsync(cancellationToken);
        var found = rows.Where(row => string.IsNullOrWhiteSpace(q) || row.Matches(q.Trim())).ToList();
        return View("Index", new ParticipantList(round, found, reasons, q, Pager.Of(page, PageSize, found.Count, Request)));
    }

    [HttpGet("/participants/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await db.Participants.AsNoTracking().SingleOrDefaultAsync(participant => participant.Id == id, cancellationToken) is { } participant
            ? View("Edit", ParticipantForm.Of(participant))
            : NotFound();

    [HttpPost("/participants/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, ParticipantForm form, CancellationToken cancellationToken)
    {
        var known = await db.Participants.AsNoTracking().SingleOrDefaultAsync(participant => participant.Id == id, cancellationToken);
        if (known is null)
            return NotFound();
        if (form.Version != known.Version)
            return this.Stale("Edit", form, ParticipantForm.Of(known));
        if (!ModelState.IsValid)
            return this.Again("Edit", form);
        try
        {
            await db.ActOnRoundAsync(known.RoundId, async _ =>
            {
                var participant = await db.Participants.SingleAsync(participant => participant.Id == id, cancellationToken);
                db.Expect(participant, form.Version);
                var names = await db.Participants.Where(other => other.RoundId == known.RoundId && other.CommitteeId == known.CommitteeId && other.Id != id).Select(other => other.BranchName).ToListAsync(cancellationToken);
                if (names.Any(name => NameKey.Of(name) == NameKey.Of(form.BranchName)))
                    throw new RuleViolationException("本年度同一个二级党组织里已经有这个名称的支部。");
                if (participant.BranchType != form.Type && await db.ItemScores.AnyAsync(score => score.ParticipantId == id, cancellationToken))
                    throw new RuleViolationException("这个支部已经在网上按原来类型的评分标准打过分，类型不能再改。确需改的，请设为不参加本年度评定，或按原类型评完。");
                participant.Correct(form.BranchName, form.Type!.Value, form.SecretaryName, form.SecretaryPhone, form.FullMembers!.Value, form.ProbationaryMembers!.Value);
                db.Audit.Describe(AuditEvent.ParticipantCorrected, form.BranchName, form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", form, refused.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return this.Stale("Edit", form, ParticipantForm.Of(await db.Participants.AsNoTracking().SingleAsync(participant => participant.Id == id, cancellationToken)));
        }

        return this.Done($"/rounds/{known.RoundId}/participants", $"「{form.BranchName}」的参评信息已更正。");
    }
}
