using System.Globalization;
using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.DeadlineCalendar;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>日程: the deadlines that concern whoever looks, a month at a time and as a list.</summary>
[Authorize(Policies.SeeDeadlines)]
public sealed class DeadlineCalendarController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/deadlines")]
    public async Task<IActionResult> Index(string? month, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var today = clock.Today;
        var first = DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            && asked.Year is >= GradingRound.FirstYear and <= GradingRound.LastYear ? asked : new DateOnly(today.Year, today.Month, 1);
        var (from, to) = (first.AddDays(-7), first.AddMonths(1).AddDays(7));
        return View("Index", new DeadlineCalendarPage(first, today, await db.DeadlineEventsAsync(viewer, cancellationToken))
        {
            FreeDays = await db.CalendarDays.AsNoTracking().Where(day => day.Date >= from && day.Date <= to).ToDictionaryAsync(day => day.Date, cancellationToken),
            FeedMadeAt = await db.CalendarFeeds.Where(feed => feed.AccountId == viewer.AccountId).Select(feed => (DateTime?)feed.MadeAt).SingleOrDefaultAsync(cancellationToken),
            MadeAddress = TempData[CalendarFeedsController.Made] as string,
        });
    }
}
