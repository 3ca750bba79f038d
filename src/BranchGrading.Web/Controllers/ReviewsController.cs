using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>初审初评: the matrix of a committee's branches, and the review of one.</summary>
[Authorize(Policies.SeeReview)]
public sealed class ReviewsController(GradingDbContext db, SchoolClock clock) : Controller
{
    /// <summary>The matrix of the latest round.</summary>
    [HttpGet("/reviews")]
    public async Task<IActionResult> Latest(CancellationToken cancellationToken)
    {
        var latest = await db.Rounds.Where(round => round.OpenedAt != null).OrderByDescending(round => round.Year).Select(round => (int?)round.Id).FirstOrDefaultAsync(cancellationToken);
        return Redirect(latest is { } roundId ? $"/rounds/{roundId}/reviews" : "/");
    }

    [HttpGet("/rounds/{roundId:int}/reviews")]
    public async Task<IActionResult> Index(int roundId, int? committee, string? show, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var units = await db.Participants.AsNoTracking().Where(participant => participant.RoundId == roundId && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId))
            .Where(participant => db.Committees.VisibleTo(viewer).Any(own => own.Id == participant.CommitteeId))
            .Select(participant => new { participant.CommitteeId, participant.CommitteeName, participant.CommitteeOrder }).Distinct()
            .OrderBy(unit => unit.CommitteeOrder).ThenBy(unit => unit.CommitteeId).ToListAsync(cancellationToken);
        if (units.Count == 0 && committee is null)
            return View("Empty", round);
        if (units.Find(unit => committee is null || unit.CommitteeId == committee) is not { } chosen)
            return NotFound();
        var standings = await db.StandingsAsync(round, chosen.CommitteeId, cancellationToken);
        var papers = await db.CommitteePapersAsync(round, chosen.CommitteeId, viewer, cancellationToken);
        return View("Index", new MatrixPage(
            round, chosen.CommitteeId, chosen.CommitteeName,
            papers.ConvertAll(branch => new MatrixRow(branch, standings[branch.Participant.Id], clock)),
            units.ConvertAll(unit => new SelectListItem(unit.CommitteeName, $"{unit.CommitteeId}", unit.CommitteeId == chosen.CommitteeId)),
            show, viewer));
    }

    [HttpGet("/reviews/{participantId:int}")]
    public async Task<IActionResult> Details(int participantId, string? show, CancellationToken cancellationToken) =>
        await db.ReviewPageAsync(participantId, User.Viewer(), null, show, clock, cancellationToken) is { } page ? View("Details", page) : NotFound();

    /// <summary>Saves what a page without script sends, and takes over what its button asked for.</summary>
    /// <param name="participantId">The branch.</param>
    /// <param name="form">Everything on the page.</param>
    /// <param name="adopt">item-7, items or answers: whose answers of the branch are taken over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpPost("/reviews/{participantId:int}"), Authorize(Policies.Review), NoFormKey]
    public async Task<IActionResult> Edit(int participantId, ReviewForm form, string? adopt, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.ReviewPageAsync(participantId, viewer, form, null, clock, cancellationToken) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Details", page);
        try
        {
            await db.ChangePapersAsync(participantId, viewer, papers => Save(papers, form, adopt), cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Details", page, refused.Message);
        }

        if (form.States.Count == 0)
            return this.Done($"{page.Address}{(adopt is null ? "" : adopt == "answers" ? "#investigation" : adopt == "items" ? "#items" : $"#{adopt}")}", adopt is null ? "已保存。" : "已照用支部的回答，并保存。");
        form.ForgetSaved();
        page = (await db.ReviewPageAsync(participantId, viewer, form, null, clock, cancellationToken))!;
        ModelState.Clear();
        return form.IsStale ? this.Refused("Details", page, "有的地方刚才被别人改过，没有保存；别的都已保存。请看标出的几处。") : this.Again("Details", page);
    }

    private BranchPapers Save(BranchPapers papers, ReviewForm form, string? adopt)
    {
        if (!papers.MayReview)
            throw new RuleViolationException(papers.WhyNotScore(clock.UtcNow) ?? "您不能修改这份初评。");
        if (papers.WhyNotReview(clock.UtcNow) is { } why)
            throw new RuleViolationException(why);
        papers = form.Save(db, papers, clock);
        if (!papers.MayScore || form.States.Count > 0)
            return papers;
        return adopt switch
        {
            "items" => db.AdoptItems(papers, clock.UtcNow),
            "answers" => db.AdoptAnswers(papers, clock.UtcNow),
            _ when adopt?.Split('-') is ["item", var number] && int.TryParse(number, out var itemId) => db.AdoptItem(papers, itemId, clock.UtcNow),
            _ => papers,
        };
    }
}
