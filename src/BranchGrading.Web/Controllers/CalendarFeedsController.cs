using System.Security.Cryptography;
using System.Text;
using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Calendars;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace BranchGrading.Web.Controllers;

/// <summary>The secret address of somebody's deadlines, for the calendar of a phone or computer.</summary>
public sealed class CalendarFeedsController(GradingDbContext db, SchoolClock clock, SchoolProfile school) : Controller
{
    /// <summary>Carries the address, once, to the page that shows it; it is kept nowhere.</summary>
    public const string Made = "calendar-feed";

    [HttpGet("/calendar/{secret}.ics"), AllowAnonymous]
    public async Task<IActionResult> Details(string? secret, CancellationToken cancellationToken)
    {
        if (await db.FindFeedOwnerAsync(secret ?? "", cancellationToken) is not { } owner || !Policies.Roles[Policies.SeeDeadlines].Any(owner.Is))
            return NotFound();
        var stamp = clock.Deadline(clock.Today.AddDays(-1), null);
        var content = Encoding.UTF8.GetBytes(IcsFeed.Write(await db.DeadlineEventsAsync(owner, cancellationToken), clock.ShowHour, stamp));
        // Whoever asks often is told in a few bytes that nothing has changed.
        Response.Headers.CacheControl = "private, max-age=900";
        return File(content, "text/calendar; charset=utf-8", lastModified: null, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\""));
    }

    /// <summary>Makes the address, or another one in place of it.</summary>
    [HttpPost("/deadlines/feed"), Authorize(Policies.SeeDeadlines)]
    public async Task<IActionResult> Create(CancellationToken cancellationToken)
    {
        var (secret, isNew) = await db.RenewFeedAsync(User.Viewer().AccountId, clock.UtcNow, cancellationToken);
        TempData[Made] = $"{(await school.GetAsync(cancellationToken)).PublicAddress?.TrimEnd('/')}/calendar/{secret}.ics";
        return this.Done("/deadlines", isNew ? "订阅地址已生成，请现在复制。" : "订阅地址已更换，原来的不能再用，请现在复制。");
    }

    [HttpPost("/deadlines/feed/removal"), Authorize(Policies.SeeDeadlines)]
    public async Task<IActionResult> Delete(CancellationToken cancellationToken)
    {
        await db.EndFeedAsync(User.Viewer().AccountId, cancellationToken);
        return this.Done("/deadlines", "订阅已停用，原来的地址打不开了。");
    }
}
