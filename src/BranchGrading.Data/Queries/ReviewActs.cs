using BranchGrading.Data.Auditing;
using BranchGrading.Domain;

namespace BranchGrading.Data.Queries;

/// <summary>Completing a review and taking the completion back: both may give or take a place for A, so they hold the round's turn (§3.7).</summary>
public static class ReviewActs
{
    /// <summary>Saves what was typed last and, where nothing is missing then, completes the review: its score counts from now on, and a branch that was given back is settled.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The branch's round.</param>
    /// <param name="participantId">The branch.</param>
    /// <param name="viewer">Who completes.</param>
    /// <param name="save">Saves what was typed; null where some of it cannot be.</param>
    /// <param name="clock">Tells the moment, once the branch is held.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is completed; if not, something was not saved or is missing.</returns>
    /// <exception cref="RuleViolationException">The viewer may not, it is too late or locked, or more A's would be decided than there are places.</exception>
    public static async Task<bool> CompleteReviewAsync(
        this GradingDbContext db, int roundId, int participantId, Viewer viewer, Func<BranchPapers, BranchPapers?> save, Func<DateTime> clock, CancellationToken cancellationToken)
    {
        var isCompleted = false;
        await db.OnReviewAsync(roundId, participantId, viewer, async papers =>
        {
            var now = clock();
            if ((papers.WhyNotScore(now) ?? papers.WhyNotComplete(now)) is { } why)
                throw new RuleViolationException(why);
            if (save(papers) is not { } complete || complete.Review.Missing().Any())
                return;
            complete.Review.Review!.Complete(complete.Review, viewer.Name, now);
            await db.RecomputeRescoreAsync(complete, cancellationToken);
            if (complete.Report is { IsSubmitted: true } report)
                report.Settle(participantId, now);
            db.Audit.Describe(AuditEvent.ReviewCompleted, complete.Subject);
            isCompleted = true;
        }, cancellationToken);
        return isCompleted;
    }

    /// <summary>Takes the completion back, so that something can be changed.</summary>
    /// <exception cref="RuleViolationException">The viewer may not, it is not completed, too late or locked.</exception>
    public static Task ReopenReviewAsync(this GradingDbContext db, int roundId, int participantId, Viewer viewer, Func<DateTime> clock, CancellationToken cancellationToken) =>
        db.OnReviewAsync(roundId, participantId, viewer, papers =>
        {
            if ((papers.MayReview ? papers.WhyNotReopen(clock()) : papers.WhyNotScore(clock()) ?? "您不能修改这份初评。") is { } why)
                throw new RuleViolationException(why);
            papers.Review.Review!.Reopen();
            db.Audit.Describe(AuditEvent.ReviewReopened, papers.Subject);
            return Task.CompletedTask;
        }, cancellationToken);

    private static Task OnReviewAsync(this GradingDbContext db, int roundId, int participantId, Viewer viewer, Func<BranchPapers, Task> act, CancellationToken cancellationToken) =>
        db.ActOnRoundAsync(
            roundId,
            async _ =>
            {
                await db.LockParticipantAsync(participantId, cancellationToken);
                await act(await db.FindPapersAsync(participantId, viewer, cancellationToken) ?? throw new RuleViolationException("这个支部不参加本年度评定。"));
            },
            cancellationToken);
}
