using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Publications;

/// <summary>Loads the page of a publication, before and after it.</summary>
public static class PublicationPages
{
    /// <summary>Null where the round is not there for the viewer, or not opened.</summary>
    public static async Task<PublicationPage?> PublicationPageAsync(this GradingDbContext db, Viewer viewer, int roundId, PublicationForm form, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return null;
        if (round.Publication is { } publication)
        {
            var grades = await db.NamedGradesAsync(publication.Id, cancellationToken);
            return new PublicationPage(round, form, publication.Places, Counts(grade => grades.Count(row => row.Grade == grade)))
            {
                Open = await db.OpenObjectionsAsync(roundId, cancellationToken),
                Objections = await db.Objections.CountAsync(objection => objection.RoundId == roundId, cancellationToken),
                Own = await db.OwnBranchesAsync(viewer, roundId, cancellationToken),
                Changes = await db.ChangesAsync(roundId, cancellationToken),
            };
        }

        var result = await db.GradeAsync(round, cancellationToken);
        var calendar = new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken));
        return new PublicationPage(round, form, result.Places, Counts(result.CountOf))
        {
            Result = result,
            Problems = await db.WhyNotPublishableAsync(roundId, result, cancellationToken),
            Dates = PublicityDates.Of(calendar, today, round.Rules.PublicityDays),
        };
    }

    private static Dictionary<Grade, int> Counts(Func<Grade, int> countOf) => Enum.GetValues<Grade>().ToDictionary(grade => grade, countOf);
}
