using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BranchGrading.Web.Tests.Conventions;

/// <summary>
/// Enums are stored by name: a query that orders by one or compares it with &lt; or &gt; would compare text and silently give wrong rows.
/// Every query of every test passes here.
/// </summary>
internal sealed class EnumQueryGuard : IQueryExpressionInterceptor
{
    /// <summary>Contexts with the same one share their compiled queries.</summary>
    public static readonly EnumQueryGuard Only = new();

    private EnumQueryGuard()
    {
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        new Visitor().Visit(queryExpression);
        return queryExpression;
    }

    private sealed class Visitor : ExpressionVisitor
    {
        protected override Expression VisitBinary(BinaryExpression node)
        {
            if (node.NodeType is ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual
                && (IsEnum(node.Left) || IsEnum(node.Right)))
                throw new InvalidOperationException($"A query compares an enum by its stored name: {node}");
            return base.VisitBinary(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.Name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Max" or "Min" or "MaxBy" or "MinBy"
                && node.Arguments.Count > 1 && Unquoted(node.Arguments[1]) is LambdaExpression key && IsEnum(key.Body))
                throw new InvalidOperationException($"A query orders by an enum's stored name: {key}");
            return base.VisitMethodCall(node);
        }

        private static bool IsEnum(Expression value) =>
            (Nullable.GetUnderlyingType(value.Type) ?? value.Type).IsEnum || value is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } && IsEnum(inner);

        private static Expression Unquoted(Expression argument) => argument is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : argument;
    }
}
