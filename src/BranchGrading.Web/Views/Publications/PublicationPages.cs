using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Figures;
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
            return new PublicationPage(round, form, publication.Places, GradeCounts.Of(grades.Select(row => (Grade?)row.Grade)))
            {
                Open = await db.OpenObjectionsAsync(roundId, cancellationToken),
                Objections = await db.Objections.CountAsync(objection => objection.RoundId == roundId, cancellationToken),
                Own = await db.LedBranchesAsync(viewer, roundId, cancellationToken),
                Changes = await db.ChangesAsync(roundId, cancellationToken),
            };
        }

        var result = await db.GradeAsync(round, cancellationToken);
        var calendar = new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken));
        return new PublicationPage(round, form, result.Places, GradeCounts.Of(result.Outcomes.Select(outcome => outcome.Grade)))
        {
            Result = result,
            Problems = await db.WhyNotPublishableAsync(roundId, result, cancellationToken),
            Dates = PublicityDates.Of(calendar, today, round.Rules.PublicityDays),
        };
    }
}
