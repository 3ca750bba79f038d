using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Participants;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
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
                .Select(participant => new ParticipantRow(participant.BranchId, participant.Id, participant.BranchName, participant.CommitteeName, participant.BranchType, participant.SecretaryName, participant.FullMembers, participant.ProbationaryMembers, participant.AddedReason))
                .ToListAsync(cancellationToken)
            : await db.Branches.AsNoTracking().Where(branch => branch.IsActive)
                .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder)
                .Select(branch => new ParticipantRow(branch.Id, null, branch.Name, branch.Committee.Name, branch.Type,
                    branch.Terms.Where(term => term.To == null && term.Post == Domain.Organisation.Post.Secretary).Select(term => term.Person.Name).FirstOrDefault(), branch.FullMembers, branch.ProbationaryMembers, null))
                .ToListAsync(cancellationToken);
        var found = rows.Where(row => string.IsNullOrWhiteSpace(q) || row.Matches(q.Trim())).ToList();
        return View("Index", new ParticipantList(round, found, reasons, q, Pager.Of(page, PageSize, found.Count, Request)));
    }

    [HttpGet("/participants/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } participant ? View("Edit", await PageAsync(id, ParticipantForm.Of(participant), cancellationToken)) : NotFound();

    [HttpPost("/participants/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, ParticipantForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } known)
            return NotFound();
        var page = await PageAsync(id, form, cancellationToken);
        if (form.Version != known.Version)
            return Stale(page, known);
        if (form.StandardId is { } standard && page.Standards.All(choice => choice.Value != $"{standard}"))
            ModelState.AddModelError("Form.StandardId", "没有这份评分标准，请重新选择。");
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ActOnRoundAsync(known.RoundId, async _ =>
            {
                await db.LockParticipantAsync(id, cancellationToken);
                var participant = await db.Participants.Include(participant => participant.LeadingGroup).SingleAsync(participant => participant.Id == id, cancellationToken);
                var (standardBefore, typeBefore) = (participant.StandardId, participant.BranchType);
                db.Expect(participant, form.Version);
                var names = await db.Participants.Where(other => other.RoundId == known.RoundId && other.CommitteeId == known.CommitteeId && other.Id != id).Select(other => other.BranchName).ToListAsync(cancellationToken);
                if (names.Any(name => NameKey.Of(name) == NameKey.Of(form.BranchName)))
                    throw new RuleViolationException("本年度同一个二级党组织里已经有这个名称的支部。");
                participant.Correct(form.BranchName, form.Type!.Value, form.SecretaryName, await db.FindOtherSecretaryAsync(participant, form.SecretaryName, form.SecretaryNumber, cancellationToken), form.SecretaryPhone, form.FullMembers!.Value, form.ProbationaryMembers!.Value);
                participant.UseStandard(form.StandardId, await IsScoredAsync(id, cancellationToken));
                // Even by one standard some items do not apply to some types.
                if ((participant.StandardId, participant.BranchType) != (standardBefore, typeBefore) && await db.ItemScores.AnyAsync(score => score.ParticipantId == id, cancellationToken))
                    throw new RuleViolationException("这个支部已经在网上按现在的类型和标准逐项评分，不能再改。请按原类型评完，或设为不参加本年度评定。");
                db.Audit.Describe(AuditEvent.ParticipantCorrected, form.BranchName, form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale(page, (await FindAsync(id, cancellationToken))!);
        }

        return this.Done($"/rounds/{known.RoundId}/participants", $"「{form.BranchName}」的参评信息已更正。");
    }

    private ViewResult Stale(ParticipantPage page, Participant saved)
    {
        var form = ParticipantForm.Of(saved);
        (form.StandardName, page.Form.StandardName) = (page.StandardOf(form), page.StandardOf(page.Form));
        return this.Stale("Edit", page.Form, form, page);
    }

    private Task<Participant?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Participants.AsNoTracking().Include(participant => participant.Round.Standards).SingleOrDefaultAsync(participant => participant.Id == id, cancellationToken);

    private async Task<bool> IsScoredAsync(int id, CancellationToken cancellationToken) =>
        await db.SelfAssessments.AnyAsync(assessment => assessment.ParticipantId == id, cancellationToken)
        || await db.Reviews.AnyAsync(review => review.ParticipantId == id, cancellationToken)
        || await db.ItemScores.AnyAsync(score => score.ParticipantId == id, cancellationToken);

    private async Task<ParticipantPage> PageAsync(int id, ParticipantForm form, CancellationToken cancellationToken)
    {
        var standards = await db.Standards.OrderBy(standard => standard.Id)
            .Select(standard => new SelectListItem($"{standard.Name}，第 {standard.VersionNumber} 版", standard.Id.ToString())).ToListAsync(cancellationToken);
        return new ParticipantPage(form, [ParticipantPage.SameAsItsType, .. standards], await IsScoredAsync(id, cancellationToken));
    }
}
