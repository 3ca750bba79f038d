using BranchGrading.Data;
using BranchGrading.Data.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Security;

/// <summary>What the sign-in cookie carries besides the account: which session it is, and since when; both outlast its renewals.</summary>
public static class SessionCookie
{
    /// <summary>The longest a session lasts, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Session = "session";
    private const string Since = "since";

    /// <summary>Names a new session.</summary>
    public static void Begin(AuthenticationProperties properties, DateTimeOffset now)
    {
        if (properties.GetString(Session) is not null)
            return;
        properties.SetString(Session, Guid.NewGuid().ToString("N"));
        properties.SetString(Since, now.ToUnixTimeSeconds().ToString());
    }

    /// <summary>Whether the session goes on: not signed out, and not over its longest.</summary>
    public static async Task<bool> GoesOnAsync(CookieValidatePrincipalContext context, DateTimeOffset now)
    {
        if (!Guid.TryParse(context.Properties.GetString(Session), out var id) || !long.TryParse(context.Properties.GetString(Since), out var since)
            || now - DateTimeOffset.FromUnixTimeSeconds(since) > Longest)
            return false;
        var db = context.HttpContext.RequestServices.GetRequiredService<GradingDbContext>();
        return !await db.EndedSessions.AnyAsync(ended => ended.Id == id, context.HttpContext.RequestAborted);
    }

    /// <summary>The row that ends the session of a request; the caller saves it.</summary>
    public static async Task<EndedSession?> EndAsync(HttpContext context, DateTime now)
    {
        var ticket = await context.AuthenticateAsync(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme);
        return Guid.TryParse(ticket.Properties?.GetString(Session), out var id) ? new EndedSession { Id = id, ExpiresAt = now + Longest } : null;
    }
}
