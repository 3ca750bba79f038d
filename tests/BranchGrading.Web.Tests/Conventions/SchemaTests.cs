using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Sqlite;
using BranchGrading.Data.SqlServer;
using BranchGrading.Domain.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace BranchGrading.Web.Tests.Conventions;

/// <summary>What can be said of both databases without opening one.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_migrations_are_up_to_date_with_the_model(string provider)
    {
        using var db = Open(provider);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = Open("Sqlite");
        using var sqlServer = Open("SqlServer");
        Assert.Equal(Names(sqlite), Names(sqlServer));

        static IEnumerable<string> Names(GradingDbContext db) => db.Database.GetMigrations().Select(migration => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Nothing_is_deleted_by_the_schema(string provider)
    {
        using var db = Open(provider);
        Assert.DoesNotContain("ON DELETE CASCADE", Script(db, MigrationsSqlGenerationOptions.Default), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ON DELETE SET", Script(db, MigrationsSqlGenerationOptions.Default), StringComparison.OrdinalIgnoreCase);
        Assert.All(
            db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(table => table.ForeignKeyConstraints),
            key => Assert.True(key.OnDeleteAction is ReferentialAction.NoAction or ReferentialAction.Restrict, $"{key.Name}: {key.OnDeleteAction}"));
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    [InlineData(MigrationsSqlGenerationOptions.Script)]
    public void The_script_for_SQL_Server_is_T_SQL(MigrationsSqlGenerationOptions options)
    {
        using var db = Open("SqlServer");
        using var script = new StringReader(Script(db, options));
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(script, out var errors);
        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
    }

    [Fact]
    public void Every_text_of_SQL_Server_has_a_length_or_is_a_document()
    {
        using var db = Open("SqlServer");
        var unlimited = db.Model.GetEntityTypes().Where(entity => !entity.GetTableName()!.StartsWith("AspNet", StringComparison.Ordinal))
            .SelectMany(entity => entity.GetProperties()).Where(property => property.GetColumnType() == "nvarchar(max)")
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}");
        Assert.Equal(
            ["Account.ConcurrencyStamp", "Account.PasswordHash", "Account.PhoneNumber", "Account.SecurityStamp", "AuditEntry.Changes", "DataProtectionKey.FriendlyName", "DataProtectionKey.Xml",
                "Publication.GroupsJson", "Publication.RulesJson", "PublishedGrade.CandidateJson", "PublishedGrade.OutcomeJson",
                "ReviewCompletion.Changes", "ReviewCompletion.Snapshot", "Submission.Changes", "Submission.Snapshot"],
            unlimited.Where(name => !name.StartsWith("Identity", StringComparison.Ordinal) && !name.StartsWith("Role.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Enums_are_stored_by_name(string provider)
    {
        using var db = Open(provider);
        foreach (var property in db.Model.GetEntityTypes().SelectMany(entity => entity.GetFlattenedProperties()).Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum))
            Assert.True(property.GetProviderClrType() == typeof(string) || property.GetTypeMapping().Converter?.ProviderClrType == typeof(string), $"{property.DeclaringType.Name}.{property.Name}");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_version_is_compared_when_saving(string provider)
    {
        using var db = Open(provider);
        Assert.All(db.Model.GetEntityTypes().Select(entity => entity.FindProperty("Version")).OfType<IProperty>(), version => Assert.True(version.IsConcurrencyToken));
    }

    [Fact]
    public void A_query_that_orders_or_compares_a_grade_by_its_name_is_caught()
    {
        using var db = new SqliteGradingDbContext(
            new DbContextOptionsBuilder<SqliteGradingDbContext>().UseSqlite("Data Source=:memory:").AddInterceptors(EnumQueryGuard.Only).Options, new AuditScope());
        Assert.Throws<InvalidOperationException>(() => db.PastGrades.OrderBy(past => past.Grade).ToList());
        Assert.Throws<InvalidOperationException>(() => db.PastGrades.Where(past => past.Grade < Grade.C).ToList());
        Assert.Throws<InvalidOperationException>(() => db.PastGrades.Select(past => (Grade?)past.Grade).Max(grade => grade));
    }

    [Fact]
    public void A_query_that_only_SQLite_can_do_is_caught()
    {
        using var db = new SqliteGradingDbContext(
            new DbContextOptionsBuilder<SqliteGradingDbContext>().UseSqlite("Data Source=:memory:").AddInterceptors(SqlServerQueryGuard.Only).Options, new AuditScope());
        Assert.Throws<InvalidOperationException>(() => db.Branches.Where(branch => EF.Functions.Glob(branch.Name, "*a*")).ToList());
    }

    private static GradingDbContext Open(string provider) => provider == "Sqlite"
        ? new SqliteGradingDbContext(new DbContextOptionsBuilder<SqliteGradingDbContext>().UseSqlite("Data Source=:memory:").Options, new AuditScope())
        : new SqlServerGradingDbContext(new DbContextOptionsBuilder<SqlServerGradingDbContext>().UseSqlServer("Server=nowhere").Options, new AuditScope());

    private static string Script(GradingDbContext db, MigrationsSqlGenerationOptions options) => db.GetService<IMigrator>().GenerateScript(options: options);
}
