using BranchGrading.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.SqlServer;

/// <summary>The production database.</summary>
public sealed class SqlServerGradingDbContext(DbContextOptions<SqlServerGradingDbContext> options, AuditScope audit) : GradingDbContext(options, audit)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Folded keys are compared as they are, on both providers alike; a linguistic collation would fold them further.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.Name is "NameKey" or "CodeKey" or "StaffNumberKey"))
            key.SetCollation("Latin1_General_BIN2");
    }
}
