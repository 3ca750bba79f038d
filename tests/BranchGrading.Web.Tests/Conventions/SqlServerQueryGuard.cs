using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Sqlite;
using BranchGrading.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace BranchGrading.Web.Tests.Conventions;

/// <summary>
/// The tests run on SQLite; production runs on SQL Server. Every query of every test passes here once and is translated for SQL Server too, so that one which only SQLite can do fails its test.
/// </summary>
internal sealed class SqlServerQueryGuard : IQueryExpressionInterceptor
{
    /// <summary>Contexts with the same one share their compiled queries.</summary>
    public static readonly SqlServerQueryGuard Only = new();

    private static readonly MethodInfo Compile = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!;
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly Lock _translating = new();
    private readonly DbContextOptions<SqlServerGradingDbContext> _options = new DbContextOptionsBuilder<SqlServerGradingDbContext>().UseSqlServer("Server=nowhere").Options;

    private SqlServerQueryGuard()
    {
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is SqliteGradingDbContext && _seen.TryAdd(queryExpression.Print(), true))
            Translate(queryExpression);
        return queryExpression;
    }

    private void Translate(Expression query)
    {
        lock (_translating)
        {
            using var db = new SqlServerGradingDbContext(_options, new AuditScope());
            var moved = new Mover(db.Model).Visit(query);
            var result = moved.Type.IsGenericType && moved.Type.IsAssignableTo(typeof(IQueryable)) ? typeof(IEnumerable<>).MakeGenericType(moved.Type.GetGenericArguments()[0]) : moved.Type;
            Compile.MakeGenericMethod(result).Invoke(db.GetService<IDatabase>(), BindingFlags.DoNotWrapExceptions, null, [moved, false], null);
        }
    }

    /// <summary>The same query over the other model.</summary>
    private sealed class Mover(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root && root.GetType() == typeof(EntityQueryRootExpression) ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!) : base.VisitExtension(node);
    }
}
