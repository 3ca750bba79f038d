using BranchGrading.Data.Auditing;
using BranchGrading.Data.Sqlite;
using BranchGrading.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BranchGrading.Data;

/// <summary>Chooses the provider once, at start.</summary>
public static class DatabaseSetup
{
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message says which, in one sentence.</exception>
    public static IServiceCollection AddGradingDatabase(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddScoped<AuditScope>();
        if (options.Provider is not ("Sqlite" or "SqlServer"))
            throw new InvalidOperationException($"BranchGrading:Database:Provider is '{options.Provider}'; it must be Sqlite or SqlServer.");
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
            throw new InvalidOperationException("BranchGrading:Database:ConnectionString is missing.");
        var connection = Checked<System.Data.Common.DbConnectionStringBuilder>(() => options.Provider == "Sqlite"
            ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString)
            : new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(options.ConnectionString)).ConnectionString;
        return options.Provider switch
        {
            "Sqlite" => services.AddDbContext<GradingDbContext, SqliteGradingDbContext>((provider, builder) => Configure(provider, builder)
                .UseSqlite(connection, sqlite =>
                {
                    if (options.MaxBatchSize is { } size)
                        sqlite.MaxBatchSize(size);
                })
                .AddInterceptors(new SqlitePragmas())),
            _ => services.AddDbContext<GradingDbContext, SqlServerGradingDbContext>((provider, builder) => Configure(provider, builder)
                .UseSqlServer(connection, sqlServer =>
                {
                    sqlServer.EnableRetryOnFailure();
                    if (options.MaxBatchSize is { } size)
                        sqlServer.MaxBatchSize(size);
                })),
        };
    }

    private static DbContextOptionsBuilder Configure(IServiceProvider provider, DbContextOptionsBuilder builder) => builder
        .AddInterceptors(new AuditInterceptor(provider.GetRequiredService<TimeProvider>()))
        .ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning));

    private static T Checked<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidOperationException($"BranchGrading:Database:ConnectionString cannot be read: {wrong.Message}", wrong);
        }
    }
}
