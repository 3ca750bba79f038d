using BranchGrading.Data;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>Loads and fills the calendar.</summary>
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

    /// <summary>Adds days that are not there yet.</summary>
    /// <exception cref="RuleViolationException">One of them is there already.</exception>
    public static async Task EnterAsync(this GradingDbContext db, IReadOnlyCollection<CalendarDay> days, CancellationToken cancellationToken)
    {
        var (from, to) = (days.Min(day => day.Date), days.Max(day => day.Date));
        var dates = days.Select(day => day.Date).ToHashSet();
        var known = (await db.CalendarDays.AsNoTracking().Where(day => day.Date >= from && day.Date <= to).OrderBy(day => day.Date).ToListAsync(cancellationToken)).Find(day => dates.Contains(day.Date));
        if (known is not null)
            throw new RuleViolationException($"{known.Date:yyyy年M月d日}已经录入（{known.Name}，{(known.IsWorkingDay ? "上班" : "放假")}）。要改，请先修改或删除原来的。");
        db.AddRange(days);
    }
}
