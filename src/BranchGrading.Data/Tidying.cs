using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data;

/// <summary>Takes away what has served: keys of forms nobody will send again, sessions long over, files past their hour.</summary>
public static class Tidying
{
    private static readonly TimeSpan FormKeysKept = TimeSpan.FromDays(2);

    public static async Task RunAsync(GradingDbContext db, DateTime now)
    {
        var formsBefore = now - FormKeysKept;
        db.RemoveRange(await db.FormKeys.Where(key => key.At < formsBefore).ToListAsync());
        db.RemoveRange(await db.EndedSessions.Where(session => session.ExpiresAt < now).ToListAsync());
        db.RemoveRange(await db.PendingImports.Where(pending => pending.ExpiresAt < now).ToListAsync());
        await db.SaveChangesAsync();
    }
}
