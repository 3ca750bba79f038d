using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Changing the rules of an opened round: the same act whether they are typed or adopted from a scenario (§2.1).</summary>
public static class RuleActs
{
    /// <summary>Which rules may still change.</summary>
    public static async Task<RuleFreedom> RuleFreedomAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) => new(
        await db.HasCommitteeResultsAsync(roundId, cancellationToken),
        // What was completed on line holds the vote items as the ballots filled them by the rule in force.
        await db.Reviews.AnyAsync(review => review.Participant.RoundId == roundId && review.Total != null, cancellationToken));

    /// <summary>Changes the rules with a reason, and counts everybody anew.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="version">The round's version as it was read.</param>
    /// <param name="shown">The mark of the moves that were shown before; null where none were.</param>
    /// <param name="change">The rules from now on; told once the round is held.</param>
    /// <param name="reason">Why; printed under 附表4.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Domain.RuleViolationException">A rule may no longer change, nothing differs, or the decisions taken would not fit.</exception>
    /// <exception cref="DbUpdateConcurrencyException">The round has changed since it was read, or others would move than were shown.</exception>
    public static Task ChangeRulesAsync(
        this GradingDbContext db, int roundId, Guid version, string? shown, Func<GradingRound, Task<RoundRules>> change, string reason, string by, DateTime at, CancellationToken cancellationToken) =>
        db.ActOnRoundAsync(
            roundId,
            async round =>
            {
                db.Expect(round, version);
                var rules = await change(round);
                if (shown is not null && await db.SimulateAsync(round, [round.Rules, rules], cancellationToken) is [var from, var to] && Marks.Of(new Simulation(from.Result, to.Result)) != shown)
                    throw new DbUpdateConcurrencyException("Others would move than were shown.");
                round.ChangeRules(rules, await db.RuleFreedomAsync(roundId, cancellationToken), reason, by, at);
                db.Audit.Describe(AuditEvent.RulesChanged, $"{round.Year} 年度", reason);
            },
            cancellationToken);
}
