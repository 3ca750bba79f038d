using System.Data;
using System.Security.Cryptography;
using System.Text;
using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Sqlite;
using BranchGrading.Data.SqlServer;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Mail;
using BranchGrading.Web.Tests.Conventions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BranchGrading.Web.Tests;

/// <summary>
/// The real application over a fresh database of its own: SQLite in a temporary folder, or, where <c>BRANCHGRADING_TEST_SQLSERVER</c> holds
/// a connection string to a server's master, a database made there. Only the clock is not real.
/// </summary>
public sealed class WebApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>When every test begins: 20 March 2012, ten in the morning at the school.</summary>
    public static readonly DateTimeOffset Start = new(2012, 3, 20, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The logger that the application sets up for its start is one for the whole process.</summary>
    internal static readonly SemaphoreSlim OneStartsAtATime = new(1);

    /// <summary>What belongs to an empty installation and stays when a test starts over.</summary>
    private static readonly HashSet<Type> Kept =
    [
        typeof(Role), typeof(SchoolSettings), typeof(DataProtectionKey), typeof(AuditHead),
        typeof(ScoringStandard), typeof(StandardHead), typeof(StandardItem), typeof(ItemOption),
    ];

    private readonly string? _master = Environment.GetEnvironmentVariable("BRANCHGRADING_TEST_SQLSERVER") is { Length: > 0 } master ? master : null;
    private readonly string _name = $"BranchGradingTest{Guid.NewGuid():N}";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "branchgrading-tests", Guid.NewGuid().ToString("N"));

    /// <summary>Where this application keeps its data.</summary>
    public string Folder => _folder;

    public FakeTimeProvider Clock { get; } = new(Start);

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (_master is not null)
            await OnMasterAsync($"CREATE DATABASE {_name}");
        await OneStartsAtATime.WaitAsync();
        try
        {
            StartServer();
        }
        finally
        {
            OneStartsAtATime.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_master is not null)
        {
            SqlConnection.ClearAllPools();
            await OnMasterAsync($"DROP DATABASE {_name}");
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser that keeps cookies and does not follow redirects.</summary>
    public HttpClient NewBrowser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<T> InDbAsync<T>(Func<GradingDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<GradingDbContext>());
    }

    public Task InDbAsync(Func<GradingDbContext, Task> work) => InDbAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Changes rows as preparation of a test.</summary>
    public Task<T> SaveAsync<T>(Func<GradingDbContext, Task<T>> change) => InDbAsync(async db =>
    {
        var result = await change(db);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, "测试");
        await db.SaveChangesAsync();
        return result;
    });

    public Task SaveAsync(Func<GradingDbContext, Task> change) => SaveAsync(async db =>
    {
        await change(db);
        return true;
    });

    /// <summary>An installation as after its first start, without any account, and the clock at its beginning.</summary>
    public async Task StartOverAsync()
    {
        Clock.AdjustTime(Start);
        await InDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = string.Concat(
                "BEGIN TRANSACTION;UPDATE \"Branches\" SET \"SuccessorId\" = NULL;", string.Concat(InOrderOfDeletion(db.Model).Select(table => $"DELETE FROM {Quoted(table)};")), OwnStandardsGone(), "UPDATE AuditHeads SET Sequence = 0, Hash = '';COMMIT;");
            await command.ExecuteNonQueryAsync();
        });
    }

    /// <summary>What is left of a test's own standards goes; the examples stay.</summary>
    private static string OwnStandardsGone()
    {
        const string Standards = "SELECT \"Id\" FROM \"Standards\" WHERE \"IsExample\" = 0";
        const string Heads = $"SELECT \"Id\" FROM \"StandardHeads\" WHERE \"StandardId\" IN ({Standards})";
        const string Items = $"SELECT \"Id\" FROM \"StandardItems\" WHERE \"HeadId\" IN ({Heads})";
        return $"DELETE FROM \"ItemOptions\" WHERE \"ItemId\" IN ({Items});DELETE FROM \"StandardItems\" WHERE \"HeadId\" IN ({Heads});"
            + $"DELETE FROM \"StandardHeads\" WHERE \"StandardId\" IN ({Standards});DELETE FROM \"Standards\" WHERE \"IsExample\" = 0;";
    }

    /// <summary>A digest of every table's rows, to see what a request changed.</summary>
    public Task<IReadOnlyDictionary<string, string>> TablesAsync(params string[] except) => InDbAsync<IReadOnlyDictionary<string, string>>(async db =>
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetRelationalModel().Tables.Where(table => !except.Contains(table.Name)))
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {Quoted(table.Name)} ORDER BY {string.Join(", ", table.PrimaryKey!.Columns.Select(column => Quoted(column.Name)))}";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new StringBuilder();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    rows.Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)).Append('|');
                rows.Append('\n');
            }

            digests[table.Name] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rows.ToString())));
        }

        return digests;
    });

    /// <summary>The names of the tables that differ.</summary>
    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Keys.Where(table => before[table] != after[table]);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("BranchGrading:DataFolder", _folder);
        builder.UseSetting("BranchGrading:Demo", "false");
        builder.UseSetting("BranchGrading:PasswordIterations", "1");
        builder.UseSetting("BranchGrading:LeastFreeDiskPercent", "0");
        if (_master is not null)
        {
            builder.UseSetting("BranchGrading:Database:Provider", "SqlServer");
            builder.UseSetting("BranchGrading:Database:ConnectionString", new SqlConnectionStringBuilder(_master) { InitialCatalog = _name }.ConnectionString);
        }

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);

            // Tests that move the clock write and send mails when they want to.
            foreach (var own in services.Where(service => service.ImplementationType == typeof(MailSender) || service.ImplementationType == typeof(MailReminders)).ToList())
                services.Remove(own);

            // What goes wrong is said; what the test server lacks is not.
            services.RemoveAll<ILoggerFactory>();
            services.AddSingleton(LoggerFactory.Create(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)));
            services.ConfigureDbContext<SqliteGradingDbContext>(options => options.AddInterceptors(EnumQueryGuard.Only, SqlServerQueryGuard.Only));
            services.ConfigureDbContext<SqlServerGradingDbContext>(options => options.AddInterceptors(EnumQueryGuard.Only));
        });
    }

    private async Task OnMasterAsync(string statement)
    {
        await using var connection = new SqlConnection(_master);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is our own.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static List<string> InOrderOfDeletion(IModel model)
    {
        var left = model.GetRelationalModel().Tables.Where(table => table.EntityTypeMappings.All(mapping => !Kept.Contains(mapping.TypeBase.ClrType))).ToList();
        var order = new List<string>();
        while (left.Count > 0)
        {
            var next = left.First(table => table.ReferencingForeignKeyConstraints.All(key => key.Table == table || !left.Contains((ITable)key.Table)));
            order.Add(next.Name);
            left.Remove(next);
        }

        return order;
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
