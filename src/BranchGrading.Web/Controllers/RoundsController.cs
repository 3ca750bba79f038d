using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>年度分类定级: the rounds, their settings and their boards.</summary>
public sealed class RoundsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds"), Authorize(Policies.SeeRound)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View("Index", await db.Rounds.AsNoTracking().VisibleTo(User.Viewer())
        .OrderByDescending(round => round.Year)
        .Select(round => new RoundListItem(
            round.Id, round.Year, round.OpenedAt, round.Publication!.PublishedAt, round.Publication.FinalAt, round.Participants.Count() - round.Exclusions.Count(), round.Deadlines.Grading))
        .ToListAsync(cancellationToken));

    [HttpGet("/rounds/new"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Create(CancellationToken cancellationToken)
    {
        var last = await db.Rounds.AsNoTracking().WithParts().OrderByDescending(round => round.Year).FirstOrDefaultAsync(cancellationToken);
        var form = last is null ? RoundForm.For(clock.Today.Year, await DefaultStandardsAsync(cancellationToken)) : RoundForm.After(last, clock);
        return View("Edit", await PageAsync(form, null, cancellationToken));
    }

    [HttpPost("/rounds"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Create(RoundForm form, CancellationToken cancellationToken)
    {
        form.Check(ModelState);
        if (await db.Rounds.AnyAsync(round => round.Year == form.Year, cancellationToken))
            ModelState.AddModelError("Form.Year", $"{form.Year} 年度已经有了，一年只能有一个。");
        await CheckStandardsAsync(form, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Edit", await PageAsync(form, null, cancellationToken));
        var round = new GradingRound(form.Year, form.Rules.ToRules(), form.Deadlines.ToDeadlines(clock));
        Apply(form, round);
        db.Add(round);
        db.Audit.Describe(AuditEvent.RoundCreated, $"{form.Year} 年度");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/rounds/{round.Id}", $"{form.Year} 年度已建好。核对参评支部和规则后，就可以开始。");
    }

    [HttpGet("/rounds/{id:int}"), Authorize(Policies.SeeRound)]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, id, cancellationToken) is not { } round)
            return NotFound();
        var branches = await db.BranchProgressAsync(id, viewer, cancellationToken);
        var active = round.IsOpened ? 0 : await db.Branches.CountAsync(branch => branch.IsActive, cancellationToken);
        return View("Details", new RoundPage(round, branches.ByCommittee(), branches, active, viewer)
        {
            Reports = await db.ReportsAsync(id, cancellationToken),
            WithoutPredecessor = viewer.IsDepartment && round.Stage == RoundStage.Open ? await db.WithoutPredecessorAsync(round, cancellationToken) : [],
        });
    }

    [HttpGet("/rounds/{id:int}/committees/{committeeId:int}"), Authorize(Policies.SeeRound)]
    public async Task<IActionResult> Committee(int id, int committeeId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var round = await db.FindRoundAsync(viewer, id, cancellationToken);
        var branches = round is null ? [] : (await db.BranchProgressAsync(id, viewer, cancellationToken)).Where(branch => branch.CommitteeId == committeeId).ToList();
        return branches.Count == 0 ? NotFound() : View("Committee", new RoundCommitteePage(round!, branches, viewer));
    }

    [HttpGet("/rounds/{id:int}/edit"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), id, cancellationToken) is not { IsOpened: false } round)
            return NotFound();
        return View("Edit", await PageAsync(RoundForm.Of(round, clock), id, cancellationToken));
    }

    [HttpPost("/rounds/{id:int}/edit"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Edit(int id, RoundForm form, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), id, cancellationToken) is not { } round)
            return NotFound();
        // The year of a round stands; its page does not send it.
        form.Year = round.Year;
        ModelState.Remove("Form.Year");
        form.Check(ModelState);
        await CheckStandardsAsync(form, cancellationToken);
        var page = await PageAsync(form, id, cancellationToken);
        if (form.Version != round.Version)
            return this.Stale("Edit", form, RoundForm.Of(round, clock), page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            Apply(form, round);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }

        // Other standards alone leave the round's own row as it was; its version must change all the same.
        db.Entry(round).State = EntityState.Modified;
        db.Audit.Describe(AuditEvent.RoundEdited, $"{round.Year} 年度");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/rounds/{id}", "设置已保存。");
    }

    private void Apply(RoundForm form, GradingRound round)
    {
        round.Prepare(form.Rules.ToRules(), form.Deadlines.ToDeadlines(clock), form.Confirmed.Intersect(RoundRule.All.Select(rule => rule.Key)));
        foreach (var (type, standardId) in RoundEditPage.Types.Zip(form.StandardIds))
            round.UseStandard(type, standardId);
    }

    private async Task CheckStandardsAsync(RoundForm form, CancellationToken cancellationToken)
    {
        var known = await db.Standards.Select(standard => standard.Id).ToListAsync(cancellationToken);
        if (form.StandardIds.Count != RoundEditPage.Types.Count || form.StandardIds.Any(id => !known.Contains(id)))
            ModelState.AddModelError("Form.StandardIds[0]", "请为每一类支部选择评分标准。");
    }

    private async Task<List<int>> DefaultStandardsAsync(CancellationToken cancellationToken)
    {
        var standards = await db.Standards.OrderByDescending(standard => standard.VersionNumber).Select(standard => new { standard.Id, standard.Kind }).ToListAsync(cancellationToken);
        return RoundEditPage.Types.Select(type =>
            standards.FirstOrDefault(standard => standard.Kind == (type == BranchType.Student ? StandardKind.Student : StandardKind.Staff))?.Id ?? 0).ToList();
    }

    private async Task<RoundEditPage> PageAsync(RoundForm form, int? id, CancellationToken cancellationToken) => new(form, id, await db.Standards
        .OrderBy(standard => standard.Id)
        .Select(standard => new SelectListItem($"{standard.Name}，第 {standard.VersionNumber} 版", standard.Id.ToString()))
        .ToListAsync(cancellationToken));
}
