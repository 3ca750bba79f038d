using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Sqlite;

/// <summary>
/// Brings the database up to date. A process killed while migrating SQLite leaves a row in <c>__EFMigrationsLock</c> that would hang the next start for ever;
/// whoever holds the lock file beside the database knows that no other process migrates and clears it.
/// </summary>
public static class ExclusiveMigration
{
    public static async Task RunAsync(GradingDbContext db)
    {
        var file = db.Database.IsSqlite() ? new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource : "";
        if (file is "" or ":memory:")
        {
            await db.Database.MigrateAsync();
            return;
        }

        await using var mine = await WaitForLockFileAsync(file + ".lock");
        if (File.Exists(file))
        {
            var left = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync();
            if (left > 0)
                await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock");
        }

        await db.Database.MigrateAsync();
    }

    private static async Task<FileStream> WaitForLockFileAsync(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (taken is not DirectoryNotFoundException && attempt < 120)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
            }
        }
    }
}
