using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>
/// The open rounds that compute by earlier grades, held while history is written: none of them may be left with what the rules forbid (§3.7).
/// </summary>
public sealed class OpenRounds
{
    private readonly GradingDbContext _db;
    private readonly List<(GradingRound Round, GradingResult Before)> _held = [];

    private OpenRounds(GradingDbContext db) => _db = db;

    /// <summary>Takes the turns of the open rounds after a year, in their order, and grades them as they are; to be called inside the transaction that writes.</summary>
    public static async Task<OpenRounds> HoldAfterAsync(GradingDbContext db, int year, CancellationToken cancellationToken)
    {
        var open = new OpenRounds(db);
        foreach (var id in await db.Rounds.Where(round => round.Year > year && round.OpenedAt != null && round.Publication == null).OrderBy(round => round.Id).Select(round => round.Id).ToListAsync(cancellationToken))
        {
            await db.LockRoundAsync(id, cancellationToken);
            var round = await db.Rounds.WithParts().AsNoTracking().SingleAsync(round => round.Id == id, cancellationToken);
            // Published while its turn was waited for: it no longer computes.
            if (round.Publication is null)
                open._held.Add((round, await db.GradeAsync(round, cancellationToken)));
        }

        return open;
    }

    /// <summary>What the saved history breaks in one of them, beginning with its year; null when nothing.</summary>
    public async Task<string?> WhyBrokenAsync(CancellationToken cancellationToken)
    {
        foreach (var (round, before) in _held)
        {
            if (DecisionRules.WhyNot(before, await _db.GradeAsync(round, cancellationToken)) is { } why)
                return $"正在评定的 {round.Year} 年度里{why}。请先在那里撤回决定";
        }

        return null;
    }
}
