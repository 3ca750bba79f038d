using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Where the branches of a round come from (§3.5c, §5).</summary>
public static class PreviousGradeQueries
{
    /// <summary>
    /// Of every participant the grade of the latest earlier year in which the branch was graded, or that of the predecessor that the department chose; by participant, those without one left out.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="participants">Participants of one round.</param>
    /// <param name="year">The round's year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Dictionary<int, PreviousGrade>> PreviousGradesAsync(this GradingDbContext db, IQueryable<Participant> participants, int year, CancellationToken cancellationToken)
    {
        var own = await db.PastGrades.Where(grade => grade.Year < year)
            .Join(participants, grade => grade.BranchId, participant => participant.BranchId, (grade, participant) => new { participant.Id, grade.Grade, grade.Year })
            .ToListAsync(cancellationToken);
        var previous = own.GroupBy(grade => grade.Id).ToDictionary(grades => grades.Key, grades =>
        {
            var latest = grades.MaxBy(grade => grade.Year)!;
            return new PreviousGrade(latest.Grade, latest.Year, null);
        });
        var chosen = await db.PredecessorGrades.Where(row => participants.Any(participant => participant.Id == row.ParticipantId))
            .Select(row => new { row.ParticipantId, row.PastGrade.Grade, row.PastGrade.Year, row.PastGrade.Branch.Name }).ToListAsync(cancellationToken);
        foreach (var row in chosen)
            previous[row.ParticipantId] = new PreviousGrade(row.Grade, row.Year, row.Name);
        return previous;
    }
}
