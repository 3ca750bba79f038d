using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Calendar;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>工作日历: public holidays and make-up days, by which working days are counted.</summary>
[Authorize(Policies.SeeCalendar)]
public sealed class CalendarController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/calendar")]
    public async Task<IActionResult> Index(int? year, CancellationToken cancellationToken) => View("Index", await PageAsync(year, cancellationToken));

    [HttpPost("/calendar"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Create(SpanForm form, CancellationToken cancellationToken)
    {
        if (form.WhyNot is { } why)
            ModelState.AddModelError("Form.From", why);
        if (!ModelState.IsValid)
            return this.Again("Index", await PageAsync(form.From?.Year, cancellationToken) with { Form = form });
        return await EnterAsync([.. form.Days()], await PageAsync(form.From!.Value.Year, cancellationToken) with { Form = form }, cancellationToken);
    }

    [HttpPost("/calendar/lines"), Authorize(Policies.Administer)]
    public async Task<IActionResult> CreateLines(LinesForm pasted, CancellationToken cancellationToken)
    {
        IReadOnlyList<CalendarDay> days = [];
        if (ModelState.IsValid)
        {
            (days, var problems) = pasted.Read();
            foreach (var problem in problems.Take(10))
                ModelState.AddModelError("Pasted.Lines", problem);
        }

        if (!ModelState.IsValid)
            return this.Again("Index", await PageAsync(null, cancellationToken) with { Pasted = pasted });
        return await EnterAsync(days, await PageAsync(days[0].Date.Year, cancellationToken) with { Pasted = pasted }, cancellationToken);
    }

    private async Task<IActionResult> EnterAsync(IReadOnlyList<CalendarDay> days, CalendarPage page, CancellationToken cancellationToken)
    {
        try
        {
            await db.EnterDaysAsync(days, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", page, refused.Message);
        }

        return this.Done($"/calendar?year={days[0].Date.Year}", $"已录入 {days.Count} 天。以后公示按新的日历计算，已经公示的不变。");
    }

    private Task<CalendarPage> PageAsync(int? year, CancellationToken cancellationToken) =>
        db.CalendarPageAsync(Math.Clamp(year ?? clock.Today.Year, GradingRound.FirstYear, GradingRound.LastYear), clock.Today.Year, User.Viewer().IsAdministrator, cancellationToken);
}
