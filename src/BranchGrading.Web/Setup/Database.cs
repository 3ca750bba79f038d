using BranchGrading.Data;
using BranchGrading.Data.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Setup;

/// <summary>Which database, where its files lie, and bringing it up to date at start.</summary>
public static class Database
{
    /// <summary>Where databases and logs lie: <c>BranchGrading:DataFolder</c>, by default the user's own application data, outside the source.</summary>
    public static string DataFolder(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["BranchGrading:DataFolder"];
        if (string.IsNullOrWhiteSpace(folder))
        {
            var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
            folder = Path.Combine(own is "" ? AppContext.BaseDirectory : own, "BranchGrading");
        }

        try
        {
            var full = Directory.CreateDirectory(folder).FullName;
            using (File.Create(Path.Combine(full, $".write-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
                return full;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"BranchGrading:DataFolder: {folder} cannot be written to ({refused.Message}).");
        }
    }

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("BranchGrading:Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (options.Provider == "Sqlite" && string.IsNullOrWhiteSpace(options.ConnectionString))
            options.ConnectionString = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = Path.Combine(builder.DataFolder(), builder.WantsDemo() ? "demo.db" : "branchgrading.db") }.ConnectionString;
        try
        {
            builder.Services.AddGradingDatabase(options);
        }
        catch (InvalidOperationException wrong)
        {
            throw new SettingException(wrong.Message);
        }

        builder.Services.AddDataProtection().SetApplicationName("BranchGrading").PersistKeysToDbContext<GradingDbContext>();
    }

    /// <summary>Demo is the default in Development; <c>BranchGrading:Demo</c> decides otherwise.</summary>
    public static bool WantsDemo(this WebApplicationBuilder builder) =>
        builder.Configuration.GetValue<bool?>("BranchGrading:Demo") ?? builder.Environment.IsDevelopment();

    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        try
        {
            await ExclusiveMigration.RunAsync(db);
        }
        catch (Exception refused) when (refused is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException or UnauthorizedAccessException or IOException)
        {
            throw new SettingException($"BranchGrading:Database: the database cannot be opened or brought up to date ({refused.Message}).");
        }

        await FirstStart.RunAsync(app, scope.ServiceProvider);
        await Tidying.RunAsync(db, scope.ServiceProvider.GetRequiredService<SchoolClock>().UtcNow);
        await scope.ServiceProvider.TidyAttachmentsAsync();

        // The first antiforgery token would otherwise write the first key in the middle of a GET.
        scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.DataProtection.KeyManagement.IKeyManager>().GetAllKeys();
        scope.ServiceProvider.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect("start");
    }
}
