using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Choosing and withdrawing 前身等级: both may give or take a place for A, so they hold the round's turn (§3.5c, §3.7).</summary>
public static class PredecessorActs
{
    /// <summary>The earlier grades of all other branches, dissolved ones too, from which one may be chosen.</summary>
    public static IQueryable<PastGrade> PredecessorsOf(this GradingDbContext db, Participant participant) =>
        db.PastGrades.Where(grade => grade.BranchId != participant.BranchId && grade.Year < participant.Round.Year);

    /// <summary>
    /// Of an open round the branches that came of a merger or split, have no earlier grade of their own and were given none: as long as none is chosen, nothing limits their rise.
    /// </summary>
    public static async Task<List<(int ParticipantId, string Branch)>> WithoutPredecessorAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken)
    {
        var graded = db.PastGrades.Where(grade => grade.Year < round.Year).Select(grade => grade.BranchId);
        var found = await db.Taking(round.Id)
            .Where(participant => !graded.Contains(participant.BranchId) && !db.PredecessorGrades.Any(chosen => chosen.ParticipantId == participant.Id))
            .Where(participant => db.OrganisationChanges.Any(change => (change.Kind == OrganisationChangeKind.Merger || change.Kind == OrganisationChangeKind.Split)
                && change.Branches.Any(branch => branch.IsSuccessor && branch.BranchId == participant.BranchId)
                && change.Branches.Any(branch => !branch.IsSuccessor && graded.Contains(branch.BranchId))))
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.DisplayOrder)
            .Select(participant => new { participant.Id, participant.BranchName }).ToListAsync(cancellationToken);
        return found.ConvertAll(participant => (participant.Id, participant.BranchName));
    }

    /// <summary>Chooses the earlier grade of another branch that counts as the branch's own.</summary>
    /// <param name="db">The database.</param>
    /// <param name="participant">The branch, with its round.</param>
    /// <param name="pastGradeId">The grade.</param>
    /// <param name="reason">Why.</param>
    /// <param name="version">The version of what was chosen so far as it was read; empty where nothing was.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">There is no such grade, the round is not open, or what it leads to is refused.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else chose or withdrew meanwhile.</exception>
    public static Task ChoosePredecessorAsync(
        this GradingDbContext db, Participant participant, int pastGradeId, string reason, Guid version, string by, DateTime at, CancellationToken cancellationToken) => db.OnPredecessorAsync(
        participant,
        version,
        async (round, known) =>
        {
            var grade = await db.PredecessorsOf(participant).Include(past => past.Branch).SingleOrDefaultAsync(past => past.Id == pastGradeId, cancellationToken)
                ?? throw new RuleViolationException("没有这条历史等级，请重新选择。");
            // A branch that was graded as lately by itself rises by its own grade; better than that takes an approved exception (§3.5c).
            var latest = await db.PastGrades.AsNoTracking().Where(own => own.BranchId == participant.BranchId && own.Year < round.Year).OrderByDescending(own => own.Year).FirstOrDefaultAsync(cancellationToken);
            if (latest is not null && latest.Year >= grade.Year && grade.Grade.IsBetterThan(latest.Grade))
                throw new RuleViolationException($"本支部 {latest.Year} 年自己的等级是 {latest.Grade}，不能改用更好的前身等级；经批准要越级的，请登记特批。");
            if (known is not null)
                known.Choose(grade, reason, by, at);
            else
                db.Add(new PredecessorGrade(await db.Participants.Include(row => row.Round).SingleAsync(row => row.Id == participant.Id, cancellationToken), grade, reason, by, at));
            db.Audit.Describe(AuditEvent.PredecessorChosen, $"{round.Year} 年度 {participant.BranchName}：{grade.Branch.Name} {grade.Year} 年 {grade.Grade}", reason);
        },
        cancellationToken);

    /// <summary>Withdraws what was chosen.</summary>
    /// <exception cref="RuleViolationException">Nothing is chosen, the round is not open, or what it leads to is refused.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else chose otherwise meanwhile.</exception>
    public static Task WithdrawPredecessorAsync(this GradingDbContext db, Participant participant, Guid version, CancellationToken cancellationToken) => db.OnPredecessorAsync(
        participant,
        version,
        (round, known) =>
        {
            db.Remove(known ?? throw new RuleViolationException("这个支部没有采用前身等级，不用撤销。"));
            db.Audit.Describe(AuditEvent.PredecessorWithdrawn, $"{round.Year} 年度 {participant.BranchName}");
            return Task.CompletedTask;
        },
        cancellationToken);

    private static Task OnPredecessorAsync(
        this GradingDbContext db, Participant participant, Guid version, Func<GradingRound, PredecessorGrade?, Task> act, CancellationToken cancellationToken) => db.ActOnRoundAsync(
        participant.RoundId,
        async round =>
        {
            round.RequireOpen();
            var known = await db.PredecessorGrades.Include(row => row.Participant.Round).SingleOrDefaultAsync(row => row.ParticipantId == participant.Id, cancellationToken);
            if ((known?.Version ?? Guid.Empty) != version)
                throw new DbUpdateConcurrencyException();
            await act(round, known);
        },
        cancellationToken);
}
