using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>书记培训 of committees in a year.</summary>
public static class TrainingQueries
{
    /// <summary>The secretaries in office in a year, as of its last day or today, with their trainings; in display order.</summary>
    public static async Task<List<SecretaryLine>> SecretariesAsync(this GradingDbContext db, IQueryable<Committee> committees, int year, DateOnly today, CancellationToken cancellationToken)
    {
        var day = CommitteeYears.DayOf(year, today);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var terms = db.Terms.Where(term => term.Post == Post.Secretary && committees.Any(committee => committee.Id == term.Branch!.CommitteeId)
            && (term.From == null || term.From <= day) && (term.To == null || term.To > day));
        var trainings = (await db.Trainings.Where(training => training.On <= last && terms.Any(term => term.PersonId == training.PersonId))
            .OrderBy(training => training.On).ThenBy(training => training.Id).Select(training => new { training.PersonId, training.Kind, training.On, training.Title }).ToListAsync(cancellationToken))
            .ToLookup(training => training.PersonId);
        var rows = await terms
            .OrderBy(term => term.Branch!.Committee.DisplayOrder).ThenBy(term => term.Branch!.CommitteeId).ThenBy(term => term.Branch!.DisplayOrder).ThenBy(term => term.BranchId).ThenBy(term => term.Id)
            .Select(term => new { term.PersonId, term.Person.Name, term.Person.StaffNumber, BranchId = term.BranchId!.Value, Branch = term.Branch!.Name, term.Branch.CommitteeId, term.From })
            .ToListAsync(cancellationToken);
        var since = await db.TrainingsSinceAsync(cancellationToken);
        return rows.ConvertAll(row =>
        {
            var rotation = trainings[row.PersonId].LastOrDefault(training => training.Kind == TrainingKind.Rotation && training.On >= first);
            var induction = trainings[row.PersonId].LastOrDefault(training => training.Kind == TrainingKind.Induction);
            return new SecretaryLine(row.PersonId, row.Name, row.StaffNumber, row.BranchId, row.Branch, row.CommitteeId, new SecretaryTraining(row.From, rotation?.On, induction?.On) { RecordedSince = since }, rotation?.Title);
        });
    }

    /// <summary>The day on which the school recorded its first training; null before that.</summary>
    public static async Task<DateOnly?> TrainingsSinceAsync(this GradingDbContext db, CancellationToken cancellationToken) =>
        await db.Trainings.MinAsync(training => (DateTime?)training.RecordedAt, cancellationToken) is { } first ? DateOnly.FromDateTime(first) : null;

    /// <summary>The trainings of a year in which people took part who led a branch of the committee then or lead one now, the latest first.</summary>
    public static IQueryable<Training> TrainingsOf(this GradingDbContext db, CommitteeYear unit)
    {
        var (id, first, last) = (unit.Committee.Id, new DateOnly(unit.Year, 1, 1), new DateOnly(unit.Year, 12, 31));
        return db.Trainings.Where(training => training.On >= first && training.On <= last
                && db.Terms.Any(term => term.PersonId == training.PersonId && term.Post == Post.Secretary && term.Branch!.CommitteeId == id && (term.To == null || term.To > first)))
            .OrderByDescending(training => training.On).ThenBy(training => training.Title).ThenBy(training => training.Person.Name).ThenBy(training => training.Id);
    }
}
