using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>What may be changed about a publicity while it runs; holds the round's turn, so that nothing changes once the grades are final.</summary>
public static class PublicityActs
{
    /// <summary>Says where objections are received.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="isAsRead">Whether the publication still says what was changed.</param>
    /// <param name="telephone">受理电话.</param>
    /// <param name="place">受理地点.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">The grades are final.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved meanwhile.</exception>
    public static Task ReceiveObjectionsAtAsync(
        this GradingDbContext db, int roundId, Func<Publication, bool> isAsRead, string? telephone, string? place, CancellationToken cancellationToken) => db.OnPublicityAsync(
        roundId,
        (round, publication) =>
        {
            if (!isAsRead(publication))
                throw new DbUpdateConcurrencyException();
            publication.ReceiveObjectionsAt(telephone, place);
            db.Audit.Describe(AuditEvent.PublicityEdited, $"{round.Year} 年度");
        },
        cancellationToken);

    /// <summary>Switches the page for everybody on or off.</summary>
    /// <exception cref="RuleViolationException">The grades are final.</exception>
    public static Task ShowToPublicAsync(this GradingDbContext db, int roundId, bool isPublic, CancellationToken cancellationToken) => db.OnPublicityAsync(
        roundId,
        (round, publication) =>
        {
            publication.ShowToPublic(isPublic);
            db.Audit.Describe(AuditEvent.PublicPageSwitched, $"{round.Year} 年度：{(isPublic ? "开启" : "关闭")}");
        },
        cancellationToken);

    private static Task OnPublicityAsync(this GradingDbContext db, int roundId, Action<GradingRound, Publication> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var round = await db.Rounds.Include(round => round.Publication).SingleAsync(round => round.Id == roundId, cancellationToken);
            act(round, round.Publication ?? throw new RuleViolationException("还没有公示。"));
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
