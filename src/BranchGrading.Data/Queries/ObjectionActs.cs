using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>
/// Objections to published grades: raised, received, checked, answered, each while holding the round's turn, so that none slips in while the grades become final.
/// The audit names an objection by its number; who raised it stands in the objection alone.
/// </summary>
public static class ObjectionActs
{
    /// <summary>Who acts, in the audit, where somebody raises an objection on line.</summary>
    public const string Objector = "异议人";

    /// <summary>The objections that are not answered yet, by their numbers.</summary>
    public static Task<List<Objection>> OpenObjectionsAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) => db.Objections.AsNoTracking()
        .Include(objection => objection.Participant).Where(objection => objection.RoundId == roundId && objection.AnsweredAt == null)
        .OrderBy(objection => objection.Number).ToListAsync(cancellationToken);

    /// <summary>Why the grades cannot become final; null when no objection is open.</summary>
    public static string? WhyNotFinal(IReadOnlyCollection<Objection> open) => open.Count == 0
        ? null
        : $"还不能定级：异议第 {string.Join('、', open.Select(objection => objection.Number).Take(20))} 号{(open.Count > 20 ? $"等 {open.Count} 件" : "")}还没有答复。";

    /// <summary>An objection on line by somebody signed in. The same one sent twice is one: no key of the form is kept, for it would tell who.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="participantId">The branch, one of the round's.</param>
    /// <param name="viewer">Who raises it.</param>
    /// <param name="contact">How to reach that person.</param>
    /// <param name="statement">What is objected to.</param>
    /// <param name="clock">The time and the school's day, asked for once the round's turn is there.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RuleViolationException">The publicity does not run.</exception>
    public static Task<Objection> RaiseAsync(
        this GradingDbContext db, int roundId, int participantId, Viewer viewer, string? contact, string statement, Func<(DateTime Now, DateOnly Today)> clock, CancellationToken cancellationToken) =>
        db.RaiseInTurnAsync(roundId, participantId, (participant, number) =>
        {
            var (now, today) = clock();
            if (participant.Round.Publication is not { } publication || !publication.IsRunning(today))
                throw new RuleViolationException("公示已经结束，不再受理网上异议。");
            db.Audit.ActAs(null, Objector, null);
            return new Objection(participant, number, ObjectionChannel.Online, viewer.Name, contact, statement, viewer.AccountId, now);
        }, cancellationToken);

    /// <summary>An objection that came on paper, by telephone or in a visit, entered by the department.</summary>
    /// <exception cref="RuleViolationException">It came too late or too early, or the grades are final.</exception>
    public static Task<Objection> EnterAsync(
        this GradingDbContext db, int roundId, int participantId, ObjectionChannel channel, string? raisedBy, string? contact, string statement, DateOnly came, DateTime at, CancellationToken cancellationToken) =>
        db.RaiseInTurnAsync(roundId, participantId, (participant, number) =>
        {
            if (participant.Round.Publication is { PublicityDays: > 0 } publication && came > publication.PublicityEndsOn)
                throw new RuleViolationException($"公示到 {publication.PublicityEndsOn:yyyy年M月d日} 结束，这件异议收到得晚了，不能再受理。");
            return new Objection(participant, number, channel, raisedBy, contact, statement, null, at);
        }, cancellationToken);

    /// <summary>One step of an objection: received, checked, or answered with 维持.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was changed since it was read.</exception>
    /// <exception cref="RuleViolationException">It has come further, or not so far, or the grades are final.</exception>
    public static Task ActOnObjectionAsync(
        this GradingDbContext db, int roundId, int number, Guid version, AuditEvent happening, Action<Objection> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var objection = await db.TakeAsync(roundId, number, version, cancellationToken);
            act(objection);
            db.Audit.Describe(happening, objection.Subject());
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>What settling the branch of an objection otherwise would move.</summary>
    public static async Task<GradeRevision> ReviseAsync(this GradingDbContext db, GradingRound round, Objection objection, Grade grade, string reason, CancellationToken cancellationToken) => GradeRevision.Of(
        await db.KeptCandidatesAsync(round, cancellationToken), round.KeptRules(), round.Transfers(), objection.ParticipantId,
        new GradeDecision(grade, $"公示期间改定（异议第 {objection.Number} 号）：{reason}"));

    /// <summary>改定: settles the branch of an objection otherwise, moves whom the places move, and answers the objection, all or nothing.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="number">The objection.</param>
    /// <param name="version">The version of the objection that was read.</param>
    /// <param name="grade">The grade from now on.</param>
    /// <param name="reason">Why, as everybody reads it.</param>
    /// <param name="answer">What the objector reads.</param>
    /// <param name="mark">Which moves were shown before the confirmation.</param>
    /// <param name="by">Who.</param>
    /// <param name="clock">The time, asked for once the round's turn is there.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether the moves still are those that were shown; nothing is stored where they are not.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The objection was changed since it was read.</exception>
    /// <exception cref="RuleViolationException">The rules forbid it, or the grades are final.</exception>
    public static Task<bool> ChangeGradeAsync(
        this GradingDbContext db, int roundId, int number, Guid version, Grade grade, string reason, string answer, string? mark, string by, Func<DateTime> clock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var objection = await db.TakeAsync(roundId, number, version, cancellationToken);
            var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId, cancellationToken);
            var revision = await db.ReviseAsync(round, objection, grade, reason, cancellationToken);
            if (revision.WhyNot is { } why)
                throw new RuleViolationException(why);
            await db.RequireAsKeptAsync(round, revision, cancellationToken);
            if (Marks.Of(revision) != mark)
                return false;
            var now = clock();
            objection.Close(ObjectionOutcome.Changed, answer, by, now);
            await db.KeepAsync(round, revision, cancellationToken);
            foreach (var move in revision.Moves)
            {
                var told = move.ParticipantId == objection.ParticipantId ? reason : $"公示期间另有支部改定（异议第 {number} 号），A 级名额按规则重新排列";
                db.Add(GradeChange.OnObjection(roundId, move.ParticipantId, objection, move.From!.Value, move.To!.Value, told, by, now));
            }

            db.Audit.Describe(AuditEvent.ObjectionAnswered, $"{objection.Subject()}，{objection.Participant.BranchName}改定为 {grade}", reason);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>A later version of the program may compute otherwise than the one that published; then nothing is moved by it.</summary>
    private static async Task RequireAsKeptAsync(this GradingDbContext db, GradingRound round, GradeRevision revision, CancellationToken cancellationToken)
    {
        var kept = await db.PublishedGrades.Where(grade => grade.PublicationId == round.Publication!.Id).Select(grade => new { grade.ParticipantId, grade.Grade }).ToListAsync(cancellationToken);
        if (kept.Find(grade => revision.Before.Find(grade.ParticipantId)?.Grade != grade.Grade) is { } other)
            throw new RuleViolationException($"按公示时的依据重新计算，「{revision.Before.Find(other.ParticipantId)?.Candidate.BranchName}」和公示的等级 {other.Grade} 不一致，不能改定。请联系系统管理员核对版本。");
    }

    /// <summary>What the audit calls it.</summary>
    private static string Subject(this Objection objection) => $"{objection.Participant.Round.Year} 年度异议第 {objection.Number} 号";

    /// <summary>Stores grade, inputs and explanation of every branch of which the revision tells something else, and what became of the places.</summary>
    private static async Task KeepAsync(this GradingDbContext db, GradingRound round, GradeRevision revision, CancellationToken cancellationToken)
    {
        var kept = await db.PublishedGrades.Where(grade => grade.PublicationId == round.Publication!.Id).ToDictionaryAsync(grade => grade.ParticipantId, cancellationToken);
        foreach (var outcome in revision.After.Outcomes)
        {
            var told = GradeSnapshot.Of(outcome, withWalk: true).ToJson();
            if (told != GradeSnapshot.Of(revision.Before.Find(outcome.ParticipantId)!, withWalk: true).ToJson())
                kept[outcome.ParticipantId].Change(outcome.Grade!.Value, GradeSnapshot.Write(outcome.Candidate), told);
        }

        round.Publication!.Revise(GradeSnapshot.Write(revision.After.Groups));
    }

    private static async Task<Objection> TakeAsync(this GradingDbContext db, int roundId, int number, Guid version, CancellationToken cancellationToken)
    {
        await db.LockRoundAsync(roundId, cancellationToken);
        var objection = await db.Objections.Include(objection => objection.Participant).ThenInclude(participant => participant.Round).ThenInclude(round => round.Publication)
            .SingleAsync(objection => objection.RoundId == roundId && objection.Number == number, cancellationToken);
        if (objection.AnsweredAt is not null)
            throw new RuleViolationException("这件异议已经答复，不能再改。");
        return objection.Version == version ? objection : throw new DbUpdateConcurrencyException();
    }

    private static Task<Objection> RaiseInTurnAsync(
        this GradingDbContext db, int roundId, int participantId, Func<Participant, int, Objection> make, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var participant = await db.Participants.Include(participant => participant.Round).ThenInclude(round => round.Publication)
                .SingleAsync(participant => participant.Id == participantId && participant.RoundId == roundId, cancellationToken);
            var number = await db.Objections.Where(objection => objection.RoundId == roundId).MaxAsync(objection => (int?)objection.Number, cancellationToken) ?? 0;
            var objection = make(participant, number + 1);
            if (objection.RaisedByAccountId is { } account && await db.Objections.FirstOrDefaultAsync(
                known => known.ParticipantId == participantId && known.RaisedByAccountId == account && known.Statement == objection.Statement, cancellationToken) is { } same)
                return same;
            db.Add(objection);
            db.Audit.Describe(AuditEvent.ObjectionRaised, objection.Subject());
            await db.SaveChangesAsync(cancellationToken);
            return objection;
        },
        cancellationToken);
}
