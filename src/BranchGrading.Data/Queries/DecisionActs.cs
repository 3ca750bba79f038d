using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Deciding one or many branches and taking decisions back: all of it or nothing, and only what was shown before (§3.7).</summary>
public static class DecisionActs
{
    /// <summary>As many names as surely fit into the audit's subject; its changes name every branch.</summary>
    private const int MostLetters = 120;

    /// <summary>What an act would lead to now; branches that no longer take part are left out, and those without a decision of an act that takes decisions back.</summary>
    public static async Task<DecisionPreview> PreviewAsync(this GradingDbContext db, GradingRound round, DeskAct act, CancellationToken cancellationToken)
    {
        var candidates = await db.CandidatesAsync(round, cancellationToken);
        var known = await db.Decisions.AsNoTracking().Where(decision => decision.Participant.RoundId == round.Id)
            .ToDictionaryAsync(decision => decision.ParticipantId, cancellationToken);
        var chosen = candidates.Where(candidate => act.ParticipantIds.Contains(candidate.ParticipantId) && (!act.TakesBack || candidate.Decision is not null))
            .ToDictionary(candidate => candidate.ParticipantId, act.DecisionOf);
        var effect = DecisionEffect.Of(candidates, round.Rules, round.Transfers(), chosen);
        return new DecisionPreview(
            effect,
            [.. effect.Selected.Select(move => new DecidedBranch(move, effect.Before.Find(move.ParticipantId)!, known.GetValueOrDefault(move.ParticipantId)))]);
    }

    /// <summary>Carries an act out in one transaction that holds the round's turn.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="act">Which branches, which grade, why.</param>
    /// <param name="shown">The fingerprint of the preview that is confirmed.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="RuleViolationException">The rules forbid it; nothing is stored.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It would no longer do what was shown; nothing is stored.</exception>
    public static async Task<DecisionPreview> ActAtDeskAsync(
        this GradingDbContext db, int roundId, DeskAct act, string? shown, string by, DateTime at, CancellationToken cancellationToken)
    {
        DecisionPreview? done = null;
        await db.ActOnRoundAsync(
            roundId,
            async round =>
            {
                round.RequireOpen();
                done = await db.PreviewAsync(round, act, cancellationToken);
                if (done.Fingerprint != shown)
                    throw new DbUpdateConcurrencyException("What the act would do is no longer what was shown.");
                if (done.Branches.Count == 0)
                    throw new RuleViolationException(act.TakesBack ? "所选的支部都没有学校决定，不用撤回。" : "请先选择支部。");
                if (done.Effect.Problems is [var problem, ..])
                    throw new RuleViolationException(problem.Text);
                await StoreAsync(db, roundId, act, done, by, at, cancellationToken);
                var happening = act.TakesBack ? AuditEvent.DecisionWithdrawn : AuditEvent.GradeDecided;
                db.Audit.Describe(happening, $"{round.Year} 年度 {InWords(act, done)}", act.Reason is "" ? null : act.Reason);
            },
            cancellationToken);
        return done!;
    }

    private static async Task StoreAsync(GradingDbContext db, int roundId, DeskAct act, DecisionPreview preview, string by, DateTime at, CancellationToken cancellationToken)
    {
        var known = await db.Decisions.Where(decision => decision.Participant.RoundId == roundId).ToDictionaryAsync(decision => decision.ParticipantId, cancellationToken);
        foreach (var branch in preview.Branches)
        {
            if (act.TakesBack)
                db.Remove(known[branch.Move.ParticipantId]);
            else if (known.TryGetValue(branch.Move.ParticipantId, out var decision))
                decision.Change(act.Grade!.Value, act.Reason, by, at);
            else
                db.Add(new FinalDecision(branch.Move.ParticipantId, act.Grade!.Value, act.Reason, by, at));
        }
    }

    private static string InWords(DeskAct act, DecisionPreview preview)
    {
        var names = string.Join('、', preview.Branches.Select(branch => branch.Move.BranchName));
        var whom = names.Length <= MostLetters ? names : $"{names[..(char.IsHighSurrogate(names[MostLetters - 1]) ? MostLetters - 1 : MostLetters)]}……共 {preview.Branches.Count} 个支部";
        return act.TakesBack ? whom : $"{whom}：{act.Grade}";
    }
}
