using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>更正 of a final grade: a new, reasoned entry; what was published stays as it was (§2.5).</summary>
public static class CorrectionActs
{
    /// <summary>Corrects one branch's grade while holding the round's turn; every other grade stands as it is.</summary>
    /// <exception cref="RuleViolationException">The round is not final, or the rules forbid the grade.</exception>
    public static Task CorrectAsync(
        this GradingDbContext db, int roundId, int participantId, Grade from, Grade grade, string reason, string documentNumber, string by, Func<DateTime> clock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId, cancellationToken);
            if (round.Stage != RoundStage.Final)
                throw new RuleViolationException("还没有定级，不能更正；公示期间请通过异议改定。");
            var grades = await db.PublishedGrades.Include(grade => grade.Participant).Where(grade => grade.PublicationId == round.Publication!.Id).ToListAsync(cancellationToken);
            var published = grades.Single(row => row.ParticipantId == participantId);
            if ((published.CorrectedTo ?? published.Grade) != from)
                throw new DbUpdateConcurrencyException();
            var settled = grades.ToDictionary(row => row.ParticipantId, row => row.CorrectedTo ?? row.Grade);
            if (CorrectionRules.WhyNot(await db.KeptCandidatesAsync(round, cancellationToken), round.KeptRules(), round.Transfers(), settled, participantId, grade) is { } why)
                throw new RuleViolationException($"不能更正为 {grade}：{why}。");

            // The history follows, and later rounds that are still open compute by it.
            var open = await OpenRounds.HoldAfterAsync(db, round.Year, cancellationToken);
            db.Add(GradeChange.Correction(roundId, participantId, from, grade, reason, documentNumber, by, clock()));
            published.Correct(grade);
            (await db.PastGrades.SingleAsync(past => past.BranchId == published.Participant.BranchId && past.Year == round.Year, cancellationToken)).CorrectBy(roundId, grade);
            db.Audit.Describe(AuditEvent.GradeCorrected, $"{round.Year} 年度 {published.Participant.BranchName}：{from} → {grade}，{documentNumber}", reason);
            await db.SaveChangesAsync(cancellationToken);
            return await open.WhyBrokenAsync(cancellationToken) is { } broken ? throw new RuleViolationException($"不能更正为 {grade}：更正以后，{broken}。") : true;
        },
        cancellationToken);
}
