using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Hands a self-assessment in and gives it back: deadlines and completeness are looked at in the transaction that does it.</summary>
public static class AssessmentActs
{
    /// <summary>As much as the audit keeps of a reason; the parts stand in its changes whole.</summary>
    private const int AuditReasonLength = 1000;

    /// <summary>Confirms the basic facts as they were taken over from the roster.</summary>
    /// <exception cref="RuleViolationException">It cannot be filled in now.</exception>
    public static Task<BranchPapers?> ConfirmBasicsAsync(this GradingDbContext db, int participantId, Viewer viewer, Func<DateTime> clock, CancellationToken cancellationToken) => db.ChangePapersAsync(
        participantId, viewer, papers =>
        {
            var now = clock();
            if (papers.WhyNotFill(now) is { } why)
                throw new RuleViolationException(why);
            db.BeginAssessment(papers, now).ConfirmBasics(viewer.Name, now);
            db.Audit.Describe(AuditEvent.BasicsConfirmed, papers.Subject, OnBehalf(papers));
            return papers;
        },
        cancellationToken);

    /// <summary>Hands the self-assessment in.</summary>
    /// <param name="db">The database.</param>
    /// <param name="participantId">The branch in its round.</param>
    /// <param name="viewer">Who does it.</param>
    /// <param name="isAsChecked">Whether it still is what was looked at before.</param>
    /// <param name="clock">The time, asked for once the branch's turn is there.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The submission, or null where it is not as it was looked at any more; nothing is stored then.</returns>
    /// <exception cref="RuleViolationException">Something is missing, it is too late, or it is handed in already.</exception>
    public static async Task<Submission?> SubmitAssessmentAsync(
        this GradingDbContext db, int participantId, Viewer viewer, Func<SelfAssessmentPaper, bool> isAsChecked, Func<DateTime> clock, CancellationToken cancellationToken)
    {
        Submission? submission = null;
        await db.ActOnBranchAsync(participantId, viewer, papers =>
        {
            var now = clock();
            if (papers.WhyNotFill(now) is { } why)
                throw new RuleViolationException(why);
            if (!isAsChecked(papers.Self))
                return;
            submission = db.BeginAssessment(papers, now).Submit(papers.Self, papers.IsOnBehalf, viewer.Name, now);
            db.Audit.Describe(AuditEvent.AssessmentSubmitted, $"{papers.Subject}，第 {submission.Number} 次，{submission.Total:0.00} 分", OnBehalf(papers));
        }, cancellationToken);
        return submission;
    }

    /// <summary>Gives the self-assessment back, naming steps and items; a review that was completed is opened again with it.</summary>
    /// <exception cref="RuleViolationException">It cannot be given back now, or no reason is named.</exception>
    public static Task ReturnAssessmentAsync(
        this GradingDbContext db, int participantId, Viewer viewer, int submission, string? reason, IReadOnlyCollection<ReturnedPart> parts, Func<DateTime> clock, CancellationToken cancellationToken) =>
        db.ActOnBranchAsync(participantId, viewer, async papers =>
        {
            var now = clock();
            if (papers.WhyNotReturn(now) is { } refused)
                throw new RuleViolationException(refused);
            if (papers.Self.Assessment!.Submissions[^1].Number != submission)
                throw new RuleViolationException("您打开之后，支部又提交过一次。请返回，看过最新的内容再决定。");
            papers.Self.Assessment.Return(reason, parts, viewer.Name, now);
            if (papers.Review.Review is { IsCompleted: true } review)
                review.Reopen();
            var why = string.Join("；", parts.Select(part => $"{part.Label}：{part.Reason}").Prepend(reason?.Trim() ?? "").Where(text => text.Length > 0));
            db.Audit.Describe(AuditEvent.AssessmentReturned, $"{papers.Subject}，第 {submission} 次提交", why.Length > AuditReasonLength ? why[..(AuditReasonLength - 1)] + "…" : why);
            var secretaries = await db.SecretariesAsync(db.Participants.Where(participant => participant.Id == participantId), cancellationToken);
            await db.AddMailsAsync(
                MailKind.Returned, [.. secretaries[participantId].Select(who => new MailDraft($"returned-self-{participantId}-{submission}-{who.PersonId}", who, new MailValues
                {
                    Unit = papers.Participant.BranchName,
                    Matter = $"{papers.Round.Year} 年度支部自评",
                    Until = SchoolTime.Show(papers.ReturnedUntil),
                    Path = $"/assessments/{participantId}",
                }))], now, cancellationToken);
        }, cancellationToken);

    private static string? OnBehalf(BranchPapers papers) => papers.IsOnBehalf ? "代填" : null;

    /// <summary>
    /// Changes the papers of a branch whose composite may move by it, and so the places for A: where the superior score is there, from a completed review or from
    /// the school, the change holds the round's turn and is checked like any other such act (§3.7).
    /// </summary>
    /// <exception cref="RuleViolationException">The change, or what it leads to, is refused; nothing is stored.</exception>
    public static Task ActOnBranchAsync(this GradingDbContext db, int participantId, Viewer viewer, Action<BranchPapers> act, CancellationToken cancellationToken) => db.ActOnBranchAsync(
        participantId, viewer, papers =>
        {
            act(papers);
            return Task.CompletedTask;
        }, cancellationToken);

    private static async Task ActOnBranchAsync(this GradingDbContext db, int participantId, Viewer viewer, Func<BranchPapers, Task> act, CancellationToken cancellationToken)
    {
        var roundId = await db.Participants.Where(participant => participant.Id == participantId).Select(participant => participant.RoundId).SingleAsync(cancellationToken);
        if (!await db.Reviews.AnyAsync(review => review.ParticipantId == participantId && review.CompletedAt != null, cancellationToken)
            && !await db.SchoolEvaluations.AnyAsync(school => school.ParticipantId == participantId && school.Rescore != null, cancellationToken))
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await db.LockParticipantAsync(participantId, cancellationToken);
                    if (await db.FindPapersAsync(participantId, viewer, cancellationToken) is not { } papers)
                        return 0;
                    if (papers.Review.Review is { IsCompleted: true } || papers.School is { Rescore: not null })
                        throw new RuleViolationException("这个支部刚刚有了初评或学校评分，请返回，看过再办。");
                    await act(papers);
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
            return;
        }

        await db.ActOnRoundAsync(
            roundId,
            async _ =>
            {
                await db.LockParticipantAsync(participantId, cancellationToken);
                if (await db.FindPapersAsync(participantId, viewer, cancellationToken) is { } papers)
                    await act(papers);
            },
            cancellationToken);
    }
}
