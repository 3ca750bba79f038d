using BranchGrading.Data;
using BranchGrading.Data.Auditing;
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
        await SpanAsync(dayId, cancellationToken) is { } span ? View(EditView, new SpanPage(span, SpanForm.Of(span), SpanForm.Of(span))) : NotFound();

    [HttpPost("/calendar/days/{dayId:int}")]
    public async Task<IActionResult> Edit(int dayId, SpanForm form, CancellationToken cancellationToken)
    {
        if (await SpanAsync(dayId, cancellationToken) is not { } span)
            return NotFound();
        var page = new SpanPage(span, form, SpanForm.Of(span));
        if (form.WhyNot is { } why)
            ModelState.AddModelError("Form.From", why);
        if (!ModelState.IsValid)
            return this.Again(EditView, page);
        if (form.Version != page.Known.Version)
            return this.Stale(EditView, form, page.Known, page);
        try
        {
            // Days that stay are changed, so that a day never stands twice.
            var wanted = form.Days().ToDictionary(day => day.Date);
            var left = span.Days.Where(day => !wanted.ContainsKey(day.Date)).ToList();
            var kept = span.Days.Where(day => wanted.Remove(day.Date)).ToList();
            if (wanted.Count > 0)
                await db.EnterAsync(wanted.Values, cancellationToken);
            kept.ForEach(day => day.Set(form.Kind == SpanKind.Work, form.Name));
            db.RemoveRange(left);
            db.Audit.Describe(AuditEvent.CalendarChanged, $"修改 {span.From:yyyy年}{span.Range}（{page.Known.Name}）");
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused(EditView, page, refused.Message);
        }

        return this.Done($"/calendar?year={form.From!.Value.Year}", "已保存。以后公示按新的日历计算，已经公示的不变。");
    }

    [HttpPost("/calendar/removal")]
    public async Task<IActionResult> Delete(RemovalForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var days = await db.CalendarDays.Where(day => day.Date >= form.From && day.Date <= form.To).ToListAsync(cancellationToken);
        if (days.Count == 0)
            throw new RuleViolationException("这几天没有录入，或者刚才已经删除。");
        db.RemoveRange(days);
        db.Audit.Describe(AuditEvent.CalendarChanged, $"删除 {string.Join("、", CalendarSpan.Of(days).Select(span => $"{span.From:yyyy年}{span.Range}（{span.Name}）"))}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/calendar?year={form.From!.Value.Year}", $"已删除 {days.Count} 天，这几天按平常的周几计算。");
    }

    private async Task<CalendarSpan?> SpanAsync(int dayId, CancellationToken cancellationToken)
    {
        if (await db.CalendarDays.SingleOrDefaultAsync(day => day.Id == dayId, cancellationToken) is not { } day)
            return null;
        var (from, to) = (day.Date.AddDays(-CalendarSpan.LongestDays), day.Date.AddDays(CalendarSpan.LongestDays));
        return CalendarSpan.Of(await db.CalendarDays.Where(near => near.Date >= from && near.Date <= to).ToListAsync(cancellationToken)).Single(span => span.Days.Contains(day));
    }
}
