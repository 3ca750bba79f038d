using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>The grade in effect of a published round: as corrected, else as published (§2.5).</summary>
public static class EffectiveGrades
{
    /// <summary>Those whose grade in effect is this one.</summary>
    public static IQueryable<PublishedGrade> InEffect(this IQueryable<PublishedGrade> grades, Grade grade) =>
        grades.Where(row => row.CorrectedTo == grade || row.CorrectedTo == null && row.Grade == grade);

    /// <summary>The grades in effect of a round, by participant; none before publication.</summary>
    public static async Task<Dictionary<int, Grade>> GradesInEffectAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) =>
        (await db.PublishedGrades.AsNoTracking().Where(grade => grade.Participant.RoundId == roundId)
            .Select(grade => new { grade.ParticipantId, grade.Grade, grade.CorrectedTo }).ToListAsync(cancellationToken))
        .ToDictionary(grade => grade.ParticipantId, grade => grade.CorrectedTo ?? grade.Grade);
}
