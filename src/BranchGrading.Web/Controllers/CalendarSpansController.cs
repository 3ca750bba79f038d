using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Calendar;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>One span of the calendar, named by any of its days: changed, or taken out whole or in part.</summary>
[Authorize(Policies.Administer)]
public sealed class CalendarSpansController(GradingDbContext db) : Controller
{
    private const string EditView = "~/Views/Calendar/Edit.cshtml";

    [HttpGet("/calendar/days/{dayId:int}")]
    public async Task<IActionResult> Edit(int dayId, CancellationToken cancellationToken) =>
        await db.FindSpanAsync(dayId, cancellationToken) is { } span ? View(EditView, new SpanPage(span, SpanForm.Of(span), SpanForm.Of(span))) : NotFound();

    [HttpPost("/calendar/days/{dayId:int}")]
    public async Task<IActionResult> Edit(int dayId, SpanForm form, CancellationToken cancellationToken)
    {
        if (await db.FindSpanAsync(dayId, cancellationToken) is not { } span)
            return NotFound();
        var page = new SpanPage(span, form, SpanForm.Of(span));
        if (form.WhyNot is { } why)
            ModelState.AddModelError("Form.From", why);
        if (!ModelState.IsValid)
            return this.Again(EditView, page);
        try
        {
            await db.ChangeSpanAsync(dayId, IsAsRead(form.Version), [.. form.Days()], cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused(EditView, page, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            if (await db.FindSpanAsync(dayId, cancellationToken) is not { } now)
                throw;
            return this.Stale(EditView, form, SpanForm.Of(now), new SpanPage(now, form, SpanForm.Of(now)));
        }

        return this.Done($"/calendar?year={form.From!.Value.Year}", "已保存。以后公示按新的日历计算，已经公示的不变。");
    }

    [HttpPost("/calendar/days/{dayId:int}/removal")]
    public async Task<IActionResult> Delete(int dayId, RemovalForm form, CancellationToken cancellationToken)
    {
        if (await db.FindSpanAsync(dayId, cancellationToken) is null)
            return NotFound();
        if (!ModelState.IsValid)
            return BadRequest();
        var days = await db.RemoveDaysAsync(dayId, IsAsRead(form.Version), form.From!.Value, form.To!.Value, cancellationToken);
        return this.Done($"/calendar?year={form.From.Value.Year}", $"已删除 {days} 天，这几天按平常的周几计算。");
    }

    private static Func<CalendarSpan, bool> IsAsRead(Guid version) => span => SpanForm.Of(span).Version == version;
}
