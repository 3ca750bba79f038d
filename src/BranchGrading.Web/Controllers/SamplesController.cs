using System.Security.Cryptography;
using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Sampling;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Samples;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>抽查名单: branches of every committee drawn by lot, to be looked at on the spot.</summary>
[Authorize(Policies.SeeGrades)]
[Route("/rounds/{roundId:int}/sample")]
public sealed class SamplesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, null, cancellationToken) is { } page ? View("Index", page) : NotFound();

    [HttpPost(""), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Create(int roundId, SampleForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.Branches is null == form.Percent is null)
            ModelState.AddModelError("Form.Branches", "请填抽几个，或者抽百分之几，两者填一个。");
        if (page.Current is not null && string.IsNullOrWhiteSpace(form.Reason))
            ModelState.AddModelError("Form.Reason", "已经抽取过，重新抽取请写明理由。");
        if (!ModelState.IsValid)
            return this.Again("Index", page);
        try
        {
            var sample = await DrawAsync(roundId, form, cancellationToken);
            return this.Done($"/rounds/{roundId}/sample", $"已抽取 {sample.Branches.Count} 个支部。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", page, refused.Message);
        }
    }

    private Task<Sample> DrawAsync(int roundId, SampleForm form, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId, cancellationToken);
            round.RequireOpen();
            var previous = await db.Samples.Where(sample => sample.RoundId == roundId).OrderByDescending(sample => sample.Number).FirstOrDefaultAsync(cancellationToken);
            if ((previous?.Number ?? 0) != form.Number)
                throw new RuleViolationException("刚才有人已经抽取过，请先看最新的名单。");
            var taking = (await db.ParticipantsAsync(roundId, cancellationToken)).ConvertAll(participant => (participant.Id, participant.CommitteeId));
            var size = form.Branches is { } branches ? SampleSize.OfBranches(branches) : SampleSize.OfPercent(form.Percent!.Value);
            var sample = Sample.Draw(roundId, taking, size, previous, form.Reason, RandomNumberGenerator.GetInt32, User.Viewer().Name, clock.UtcNow);
            db.Add(sample);
            db.Audit.Describe(AuditEvent.SampleDrawn, $"{round.Year} 年度，第 {sample.Number} 次，{size.Words}", sample.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return sample;
        },
        cancellationToken);

    private async Task<SamplePage?> PageAsync(int roundId, SampleForm? form, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return null;
        var samples = await db.Samples.AsNoTracking().Include(sample => sample.Branches).ThenInclude(branch => branch.Participant)
            .Where(sample => sample.RoundId == roundId).OrderBy(sample => sample.Number).ToListAsync(cancellationToken);
        var evidence = (await db.EvidenceOfRoundAsync(round, cancellationToken)).Where(record => record.ParticipantId is not null)
            .GroupBy(record => record.ParticipantId!.Value).ToDictionary(records => records.Key, IReadOnlyList<Evidence> (records) => [.. records]);
        return new SamplePage(round, samples, evidence, form ?? new SampleForm { Branches = 1, Number = samples.Count }, viewer.IsDepartment);
    }
}
