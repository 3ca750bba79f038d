using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Audit;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>操作记录, for the auditor alone.</summary>
[Authorize(Policies.ReadAudit)]
public sealed class AuditController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int PageSize = 100;

    [HttpGet("/audit")]
    public async Task<IActionResult> Index(AuditFilter filter, int? page, CancellationToken cancellationToken)
    {
        var found = Matching(filter);
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        var entries = await found.OrderByDescending(entry => entry.Sequence).Skip(pager.Skip).Take(PageSize).ToListAsync(cancellationToken);
        var rows = entries.Select(entry => new AuditList.Row(
            entry.Sequence, entry.At, entry.Actor, entry.Address, AuditEventNames.Of(entry.Event), entry.Subject, entry.Reason,
            AuditChange.Read(entry.Changes))).ToList();
        return View("Index", new AuditList(filter, rows, pager));
    }

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (!string.IsNullOrEmpty(filter.Event))
            entries = entries.Where(entry => entry.Event == filter.Event);
        if (filter.Actor?.Trim() is { Length: > 0 } actor)
            entries = entries.Where(entry => entry.Actor.Contains(actor));
        if (filter.From is { } from)
        {
            var first = clock.Deadline(from, TimeOnly.MinValue);
            entries = entries.Where(entry => entry.At >= first);
        }

        if (filter.To is { } to)
        {
            var end = clock.Deadline(to, null);
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }
}
