using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Changes of the calendar: one after another, each whole or not at all.</summary>
public static class CalendarActs
{
    /// <summary>The span that a day belongs to; null when the day is not entered.</summary>
    public static async Task<CalendarSpan?> FindSpanAsync(this GradingDbContext db, int dayId, CancellationToken cancellationToken)
    {
        if (await db.CalendarDays.SingleOrDefaultAsync(day => day.Id == dayId, cancellationToken) is not { } day)
            return null;
        var (from, to) = (day.Date.AddDays(-CalendarSpan.LongestDays), day.Date.AddDays(CalendarSpan.LongestDays));
        return CalendarSpan.Of(await db.CalendarDays.Where(near => near.Date >= from && near.Date <= to).ToListAsync(cancellationToken)).Single(span => span.Days.Contains(day));
    }

    /// <summary>Enters days that are not there yet.</summary>
    /// <exception cref="RuleViolationException">One of them is there already.</exception>
    public static Task EnterDaysAsync(this GradingDbContext db, IReadOnlyCollection<CalendarDay> days, CancellationToken cancellationToken) => db.OnCalendarAsync(
        async () =>
        {
            await db.AddDaysAsync(days, cancellationToken);
            return $"录入 {InWords(days, span => "")}";
        },
        cancellationToken);

    /// <summary>Makes a span what is wanted instead.</summary>
    /// <param name="db">The database.</param>
    /// <param name="dayId">Any of its days.</param>
    /// <param name="isAsRead">Whether the span still is what was changed.</param>
    /// <param name="days">The days wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">A day wanted belongs to another span.</exception>
    /// <exception cref="DbUpdateConcurrencyException">The span was changed since it was read, or is gone.</exception>
    public static Task ChangeSpanAsync(this GradingDbContext db, int dayId, Func<CalendarSpan, bool> isAsRead, IReadOnlyCollection<CalendarDay> days, CancellationToken cancellationToken) => db.OnCalendarAsync(
        async () =>
        {
            var span = await db.SpanAsReadAsync(dayId, isAsRead, cancellationToken);
            // Days that stay are changed, so that a day never stands twice.
            var wanted = days.ToDictionary(day => day.Date);
            db.RemoveRange(span.Days.Where(day => !wanted.ContainsKey(day.Date)));
            var told = $"修改 {InWords(span.Days, known => $"（{known.Name}）")}";
            foreach (var day in span.Days)
            {
                if (wanted.Remove(day.Date, out var now))
                    day.Set(now.IsWorkingDay, now.Name);
            }

            await db.AddDaysAsync(wanted.Values, cancellationToken);
            return told;
        },
        cancellationToken);

    /// <summary>Takes days out of a span, or all of it.</summary>
    /// <returns>How many days were taken out.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The span was changed since it was read, or is gone.</exception>
    public static async Task<int> RemoveDaysAsync(this GradingDbContext db, int dayId, Func<CalendarSpan, bool> isAsRead, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var removed = 0;
        await db.OnCalendarAsync(
            async () =>
            {
                var days = (await db.SpanAsReadAsync(dayId, isAsRead, cancellationToken)).Days.Where(day => day.Date >= from && day.Date <= to).ToList();
                if (days.Count == 0)
                    throw new RuleViolationException("这几天没有录入，不用删除。");
                db.RemoveRange(days);
                removed = days.Count;
                return $"删除 {InWords(days, span => $"（{span.Name}）")}";
            },
            cancellationToken);
        return removed;
    }

    private static async Task<CalendarSpan> SpanAsReadAsync(this GradingDbContext db, int dayId, Func<CalendarSpan, bool> isAsRead, CancellationToken cancellationToken) =>
        await db.FindSpanAsync(dayId, cancellationToken) is { } span && isAsRead(span) ? span : throw new DbUpdateConcurrencyException();

    private static async Task AddDaysAsync(this GradingDbContext db, IReadOnlyCollection<CalendarDay> days, CancellationToken cancellationToken)
    {
        var dates = days.Select(day => day.Date).ToList();
        if (await db.CalendarDays.AsNoTracking().Where(day => dates.Contains(day.Date)).OrderBy(day => day.Date).FirstOrDefaultAsync(cancellationToken) is { } known)
            throw new RuleViolationException($"{known.Date:yyyy年M月d日}已经录入（{known.Name}，{(known.IsWorkingDay ? "上班" : "放假")}）。要改，请先修改或删除原来的。");
        db.AddRange(days);
    }

    private static string InWords(IEnumerable<CalendarDay> days, Func<CalendarSpan, string> more) => string.Join("、", CalendarSpan.Of(days).Select(span => $"{span.From:yyyy年}{span.Range}{more(span)}"));

    private static Task OnCalendarAsync(this GradingDbContext db, Func<Task<string>> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockCalendarAsync(cancellationToken);
            db.Audit.Describe(AuditEvent.CalendarChanged, await act());
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
