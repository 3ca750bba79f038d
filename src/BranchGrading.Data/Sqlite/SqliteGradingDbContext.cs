using BranchGrading.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Sqlite;

/// <summary>The embedded database.</summary>
public sealed class SqliteGradingDbContext(DbContextOptions<SqliteGradingDbContext> options, AuditScope audit) : GradingDbContext(options, audit);
