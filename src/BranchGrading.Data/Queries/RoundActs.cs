using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Acts that may give or take a place for A: one after another, and undone where the rules forbid what they lead to (§3.7).</summary>
public static class RoundActs
{
    /// <summary>Acts on a round inside one transaction that holds the round's turn, and checks the outcome before it commits.</summary>
    /// <exception cref="RuleViolationException">The act itself, or what it leads to, is refused; nothing is changed.</exception>
    public static Task ActOnRoundAsync(this GradingDbContext db, int roundId, Func<GradingRound, Task> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId, cancellationToken);
            var before = round is { IsOpened: true, Publication: null } ? await db.GradeAsync(round, cancellationToken) : null;
            await act(round);
            await db.SaveChangesAsync(cancellationToken);
            if (before is not null && DecisionRules.WhyNot(before, await db.GradeAsync(round, cancellationToken)) is { } why)
                throw new RuleViolationException(why);
            return true;
        },
        cancellationToken);

    /// <summary>Opens a round with all active branches as they are now (§2.1).</summary>
    /// <exception cref="RuleViolationException">It is opened already, a rule is not confirmed, or nobody takes part.</exception>
    public static Task OpenRoundAsync(this GradingDbContext db, int roundId, string by, DateTime at, CancellationToken cancellationToken) => db.ActOnRoundAsync(
        roundId,
        async round =>
        {
            var branches = await db.Branches.Include(branch => branch.Committee)
                .Include(branch => branch.Terms.Where(term => term.To == null)).ThenInclude(term => term.Person)
                .Where(branch => branch.IsActive).OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder)
                .AsSplitQuery().ToListAsync(cancellationToken);
            round.Open(branches, by, at);
            db.Audit.Describe(AuditEvent.RoundOpened, $"{round.Year} 年度，{round.Participants.Count} 个支部");
        },
        cancellationToken);

    /// <summary>Takes in a branch after the opening (补充参评). Where its committee has reported, it comes to it like a branch given back, so that it can be reviewed by itself.</summary>
    /// <exception cref="RuleViolationException">The round is not open, the branch takes part already, or it is dissolved or excluded.</exception>
    public static Task AddLateAsync(this GradingDbContext db, int roundId, int branchId, string reason, string by, DateTime at, CancellationToken cancellationToken) => db.ActOnRoundAsync(
        roundId,
        async round =>
        {
            var branch = await db.Branches.Include(branch => branch.Committee).Include(branch => branch.Terms.Where(term => term.To == null)).ThenInclude(term => term.Person)
                .AsSplitQuery().SingleAsync(branch => branch.Id == branchId, cancellationToken);
            await db.LockCommitteeAsync(roundId, branch.CommitteeId, cancellationToken);
            if (await db.Participants.AnyAsync(participant => participant.RoundId == roundId && participant.BranchId == branchId, cancellationToken))
                throw new RuleViolationException("这个支部已经参加本年度评定。");
            // Names may have changed since the opening: the round knows its committee and its branches as they were frozen.
            var siblings = await db.Participants.AsNoTracking().Where(participant => participant.RoundId == roundId && participant.CommitteeId == branch.CommitteeId).ToListAsync(cancellationToken);
            if (siblings.Exists(sibling => NameKey.Of(sibling.BranchName) == branch.NameKey))
                throw new RuleViolationException($"本年度{branch.Committee.Name}里已经有名为「{branch.Name}」的参评支部，请先更正其中一个的名称。");
            var participant = round.AddLate(branch, siblings.FirstOrDefault(), reason, by, at);
            db.Audit.Describe(AuditEvent.BranchAddedLate, $"{round.Year} 年度 {branch.Name}", reason);
            if (await db.FindReportAsync(roundId, branch.CommitteeId, cancellationToken) is { IsSubmitted: true } report)
            {
                // The line in the report names the participant, which has its number only once it is stored.
                await db.SaveChangesAsync(cancellationToken);
                report.ReturnBranch(participant.Id, $"补充参评：{reason}", by, at);
                db.Entry(report).State = EntityState.Modified;
                db.Audit.Describe(AuditEvent.ReportReturned, $"{round.Year} 年度 {branch.Committee.Name} {branch.Name}", reason);
            }
        },
        cancellationToken);
}
