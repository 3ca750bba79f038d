using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>The school's re-score and veto of a branch (§2.4).</summary>
public static class RescoreActs
{
    /// <summary>The papers of a branch with the school's own item scores, tracked; null where it is hidden or does not take part.</summary>
    public static async Task<(BranchPapers Papers, RescorePaper Rescore)?> FindRescoreAsync(this GradingDbContext db, int participantId, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, viewer, cancellationToken) is not { } papers)
            return null;
        return (papers, new RescorePaper(papers.Review, await SchoolScoresAsync(db, participantId, cancellationToken)));
    }

    /// <summary>What branch, committee and school said of every item; nothing where neither branch nor committee did so on line.</summary>
    public static async Task<IReadOnlyList<ItemComparison>> ItemsAsync(this GradingDbContext db, int participantId, Viewer viewer, CancellationToken cancellationToken) =>
        await db.FindRescoreAsync(participantId, viewer, cancellationToken) is var (_, rescore) ? rescore.Told() : [];

    /// <summary>Sets or takes back the school's score and veto; whoever it moves at the cut is counted anew.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="participantId">The branch in it.</param>
    /// <param name="version">The evaluation's version as it was read; empty for none.</param>
    /// <param name="method">How.</param>
    /// <param name="total">The score where it is given as a total.</param>
    /// <param name="reason">Why; needed for a total and for taking back.</param>
    /// <param name="entries">Items and vetoes; the points count item by item only.</param>
    /// <param name="viewer">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">Something is missing or forbidden; nothing is stored.</exception>
    public static Task RescoreAsync(
        this GradingDbContext db, int roundId, int participantId, Guid version, RescoreMethod method, decimal? total, string? reason, IReadOnlyCollection<RescoreEntry> entries,
        Viewer viewer, DateTime at, CancellationToken cancellationToken) => db.ActOnRoundAsync(
        roundId,
        async round =>
        {
            await db.LockParticipantAsync(participantId, cancellationToken);
            round.RequireOpen();
            var (papers, before) = await db.FindRescoreAsync(participantId, viewer, cancellationToken) ?? throw new RuleViolationException("这个支部不参加本年度评定。");
            if (papers.Ties.Leads)
                throw new RuleViolationException("您是这个支部的书记，学校评分请由其他人员办理（回避）。");
            if ((papers.School?.Version ?? Guid.Empty) != version)
                throw new DbUpdateConcurrencyException();
            var after = before with { Scores = Fill(db, before, method, entries, viewer.Name, at) };
            if ((method == RescoreMethod.ByItems ? after.Missing() : []).Concat(after.MissingFacts()).FirstOrDefault() is { } missing)
                throw new RuleViolationException($"还不能保存：{missing.Text}。");
            var rescore = method switch { RescoreMethod.Total => total ?? throw new RuleViolationException("请填写学校评分。"), RescoreMethod.ByItems => after.Sum.Score, _ => null };
            if (string.IsNullOrWhiteSpace(reason) && (method == RescoreMethod.Total || method == RescoreMethod.None && papers.School?.Rescore is not null))
                throw new RuleViolationException(method == RescoreMethod.Total ? "请写明重新评分的理由。" : "请写明撤回学校评分的理由。");

            if (papers.School is null && rescore is null && !after.Vetoed)
                throw new RuleViolationException("没有重新评分，也没有一票否决，不用保存。");

            var evaluation = papers.School ?? db.Add(new SchoolEvaluation(participantId)).Entity;
            evaluation.Record(rescore, after.Vetoed, reason, viewer.Name, at, method == RescoreMethod.ByItems);
            // Items may have changed alone: whoever has the old form open is to notice.
            if (papers.School is not null)
                db.Entry(evaluation).Property(row => row.RecordedAt).IsModified = true;
            db.Audit.Describe(AuditEvent.BranchRescored, $"{round.Year} 年度 {papers.Participant.BranchName}", reason);
        },
        cancellationToken);

    /// <summary>
    /// After a review is completed anew: where the school re-scored item by item, its score is worked out again, because what it left as it was
    /// may have changed. Belongs into the completion's transaction, after the review is completed and before the save.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="papers">The branch's papers as completed, with what is not saved yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RecomputeRescoreAsync(this GradingDbContext db, BranchPapers papers, CancellationToken cancellationToken)
    {
        if (papers.School is { IsByItems: true } school && new RescorePaper(papers.Review, await SchoolScoresAsync(db, papers.Participant.Id, cancellationToken)).Sum.Score is { } score)
            school.Rework(score);
    }

    private static Task<List<ItemScore>> SchoolScoresAsync(GradingDbContext db, int participantId, CancellationToken cancellationToken) =>
        db.ItemScores.Where(row => row.ParticipantId == participantId && row.Scorer == Scorer.School).ToListAsync(cancellationToken);

    /// <summary>The rows as they are from now on; those that say nothing any more are deleted.</summary>
    private static List<ItemScore> Fill(GradingDbContext db, RescorePaper paper, RescoreMethod method, IReadOnlyCollection<RescoreEntry> entries, string by, DateTime at)
    {
        var rows = new List<ItemScore>();
        foreach (var item in paper.Items.Concat(paper.Vetoes))
        {
            var entry = entries.FirstOrDefault(entry => entry.ItemId == item.Id);
            var counts = entry is not null && (item.Method == ItemMethod.Veto ? entry.Vetoed : method == RescoreMethod.ByItems && entry.Answer != new ItemAnswer());
            var known = paper.ScoreOf(item);
            if (!counts)
            {
                if (known is not null)
                    db.Remove(known);
                continue;
            }

            var row = known ?? db.Add(new ItemScore(paper.Review.Participant.Id, Scorer.School, item.Id)).Entity;
            if (known is null || known.Answer != entry!.Answer || known.Vetoed != entry.Vetoed || known.Note != (entry.Note?.Trim() ?? ""))
                row.Fill(item, entry!.Answer, entry.Vetoed, entry.Note, by, at);
            rows.Add(row);
        }

        return rows;
    }
}
