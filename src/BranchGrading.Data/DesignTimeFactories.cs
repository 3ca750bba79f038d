using BranchGrading.Data.Auditing;
using BranchGrading.Data.Sqlite;
using BranchGrading.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BranchGrading.Data;

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteGradingDbContext>
{
    public SqliteGradingDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGradingDbContext>().UseSqlite("Data Source=design.db").Options, new AuditScope());
}

internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerGradingDbContext>
{
    public SqlServerGradingDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerGradingDbContext>().UseSqlServer("Server=design;Database=design").Options, new AuditScope());
}
