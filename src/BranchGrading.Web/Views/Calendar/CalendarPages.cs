using BranchGrading.Data;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>Loads the calendar.</summary>
public static class CalendarPages
{
    /// <summary>A year as its page shows it.</summary>
    public static async Task<CalendarPage> CalendarPageAsync(this GradingDbContext db, int year, int today, bool mayEdit, CancellationToken cancellationToken)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var days = await db.CalendarDays.AsNoTracking().Where(day => day.Date >= from && day.Date <= to).ToListAsync(cancellationToken);
        var known = (await db.CalendarDays.Select(day => day.Date).ToListAsync(cancellationToken)).Select(day => day.Year);
        return new CalendarPage(year, [.. known.Concat([today, today + 1, year]).Distinct().Order()], CalendarSpan.Of(days), mayEdit);
    }
}
