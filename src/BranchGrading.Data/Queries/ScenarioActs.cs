using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Keeping and removing scenarios; one at a time in a round, so that names stay unique however they are written.</summary>
public static class ScenarioActs
{
    /// <summary>Keeps rules under a name: a new scenario, or one that is there with another name or other rules.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="scenarioId">The scenario that is changed; null for a new one.</param>
    /// <param name="version">Its version as it was read.</param>
    /// <param name="name">The name.</param>
    /// <param name="rules">The rules; those that no scenario asks about follow the round.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">The name is taken, the rules cannot stand, or the grades are published.</exception>
    /// <exception cref="DbUpdateConcurrencyException">The scenario has changed since it was read, or is gone.</exception>
    public static Task<Scenario> SaveScenarioAsync(
        this GradingDbContext db, int roundId, int? scenarioId, Guid version, string name, RoundRules rules, string by, DateTime at, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var round = await db.Rounds.Include(round => round.Publication).SingleAsync(round => round.Id == roundId, cancellationToken);
            round.RequireOpen();
            var all = await db.Scenarios.Where(scenario => scenario.RoundId == roundId).ToListAsync(cancellationToken);
            if (all.Exists(scenario => scenario.Id != scenarioId && NameKey.Of(scenario.Name) == NameKey.Of(name)))
                throw new RuleViolationException($"已经有名为「{name.Trim()}」的方案，请换一个名称。");
            Scenario? kept;
            if (scenarioId is null)
            {
                kept = db.Add(new Scenario(roundId, name, rules, by, at)).Entity;
            }
            else
            {
                kept = all.Find(scenario => scenario.Id == scenarioId) ?? throw new DbUpdateConcurrencyException();
                db.Expect(kept, version);
                kept.Save(name, rules, by, at);
            }

            db.Audit.Describe(AuditEvent.ScenarioSaved, $"{round.Year} 年度：{kept.Name}");
            await db.SaveChangesAsync(cancellationToken);
            return kept;
        },
        cancellationToken);

    /// <summary>Removes a scenario; the rules in force are not touched.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The scenario has changed since it was read, or is gone.</exception>
    public static Task RemoveScenarioAsync(this GradingDbContext db, GradingRound round, int scenarioId, Guid version, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(round.Id, cancellationToken);
            var scenario = await db.Scenarios.SingleOrDefaultAsync(scenario => scenario.Id == scenarioId && scenario.RoundId == round.Id, cancellationToken)
                ?? throw new DbUpdateConcurrencyException();
            db.Expect(scenario, version);
            db.Remove(scenario);
            db.Audit.Describe(AuditEvent.ScenarioRemoved, $"{round.Year} 年度：{scenario.Name}");
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
