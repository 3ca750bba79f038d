using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Changes of a scoring standard: one after another, and none once a round is opened with it.</summary>
public static class StandardActs
{
    /// <summary>Acts on a whole standard inside one transaction that an opening waits for.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The standard.</param>
    /// <param name="act">What is done to it; tells the audit which part of the standard it was.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RuleViolationException">An opened round uses it, or the standard refuses the act; nothing is changed.</exception>
    public static Task ActOnStandardAsync(this GradingDbContext db, int id, Func<ScoringStandard, string> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var standard = await db.HoldStandardAsync(id, cancellationToken);
            (await db.UseOfStandardAsync(id, cancellationToken)).RequireChangeable();
            db.Audit.Describe(AuditEvent.StandardEdited, $"{standard.Title()}：{act(standard)}");
            await db.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Deletes a standard that no round uses, with all its parts.</summary>
    /// <exception cref="RuleViolationException">A round uses it.</exception>
    public static Task DeleteStandardAsync(this GradingDbContext db, int id, Guid version, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var standard = await db.HoldStandardAsync(id, cancellationToken);
            (await db.UseOfStandardAsync(id, cancellationToken)).RequireDeletable();
            db.Expect(standard, version);
            db.Remove(standard);
            db.Audit.Describe(AuditEvent.StandardDeleted, standard.Title());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>名称（第 2 版）</summary>
    public static string Title(this ScoringStandard standard) => $"{standard.Name}（第 {standard.VersionNumber} 版）";

    private static async Task<ScoringStandard> HoldStandardAsync(this GradingDbContext db, int id, CancellationToken cancellationToken)
    {
        await db.LockStandardAsync(id, cancellationToken);
        return await db.Standards.WithItems().SingleAsync(standard => standard.Id == id, cancellationToken);
    }
}
