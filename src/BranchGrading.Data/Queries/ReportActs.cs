using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Writing a committee's report, handing it up and giving it back (§2.3, §2.4): each in one transaction that holds all branches of the committee.</summary>
public static class ReportActs
{
    /// <summary>Why the report cannot be written or handed up now; null when it can. The latest deadline of its branches holds for the whole.</summary>
    public static string? WhyNotReport(this IReadOnlyList<BranchPapers> branches, DateTime now)
    {
        var any = branches[0];
        if (any.Round.WhyNotOpen is { } why)
            return why;
        if (any.Report is { IsSubmitted: true })
            return "初评意见报告已经上报，不能再改；确需修改，请党委组织部退回。";
        return now >= branches.Max(branch => branch.Deadlines.Report) ? "上报已经截止，现在只能看、不能改；确有困难，请党委组织部延期。" : null;
    }

    /// <summary>Keeps what was typed so far.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="committeeId">The committee; the viewer is its officer.</param>
    /// <param name="viewer">Who writes.</param>
    /// <param name="version">The version it was read at; empty where nothing was saved yet.</param>
    /// <param name="meetingOn">The committee's meeting.</param>
    /// <param name="reasons">Of every branch that will be missing, why.</param>
    /// <param name="clock">Tells the moment, once the branches are held.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">It is up already, too late, or a text too long.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved meanwhile.</exception>
    public static Task DraftReportAsync(
        this GradingDbContext db, int roundId, int committeeId, Viewer viewer, Guid version, DateOnly? meetingOn, IReadOnlyDictionary<int, string> reasons, Func<DateTime> clock, CancellationToken cancellationToken) =>
        db.OnReportAsync(roundId, committeeId, viewer, version, (round, branches, report) =>
        {
            var now = clock();
            if (branches.WhyNotReport(now) is { } why)
                throw new RuleViolationException(why);
            report.Draft(
                meetingOn,
                branches.Where(branch => !branch.IsReady && reasons.ContainsKey(branch.Participant.Id)).Select(branch => Missing(report, branch.Participant.Id, reasons[branch.Participant.Id])),
                viewer.Name, now);
            db.Audit.Describe(AuditEvent.ReportSaved, SubjectOf(round, branches));
        }, cancellationToken);

    /// <summary>Hands the report up as it is saved; that locks the reviews.</summary>
    /// <exception cref="RuleViolationException">It is up already, too late, or a branch is neither reviewed nor listed.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved meanwhile.</exception>
    public static Task SubmitReportAsync(
        this GradingDbContext db, int roundId, int committeeId, Viewer viewer, Guid version, Func<DateTime> clock, CancellationToken cancellationToken) =>
        db.OnReportAsync(roundId, committeeId, viewer, version, (round, branches, report) =>
        {
            var now = clock();
            if (branches.WhyNotReport(now) is { } why)
                throw new RuleViolationException(why);
            report.Submit(
                report.MeetingOn, [.. report.Missing], [.. branches.Select(branch => (branch.Participant.Id, branch.Participant.BranchName, branch.IsReady))], SchoolTime.DayOf(now), viewer.Name, now);
            db.Audit.Describe(AuditEvent.ReportSubmitted, SubjectOf(round, branches));
        }, cancellationToken);

    /// <summary>The department gives back the whole report, or one branch of it.</summary>
    /// <exception cref="RuleViolationException">The report is not up, the branch not in it or given back already, or the reason is missing.</exception>
    public static Task ReturnReportAsync(
        this GradingDbContext db, int roundId, int committeeId, Viewer viewer, int? participantId, string reason, DateTime now, CancellationToken cancellationToken) =>
        db.OnReportAsync(roundId, committeeId, viewer, null, (round, branches, report) =>
        {
            round.RequireOpen();
            if (participantId is not { } id)
            {
                report.Return(reason, viewer.Name, now);
                db.Audit.Describe(AuditEvent.ReportReturned, SubjectOf(round, branches), reason);
                return;
            }

            var branch = branches.FirstOrDefault(branch => branch.Participant.Id == id) ?? throw new RuleViolationException("这份报告里没有这个支部。");
            if (branch.IsDirect)
                throw new RuleViolationException("直属党支部只有一个支部，请退回整份报告。");
            report.ReturnBranch(id, reason, viewer.Name, now);
            db.Audit.Describe(AuditEvent.ReportReturned, $"{round.Year} 年度 {branch.Participant.CommitteeName} {branch.Participant.BranchName}", reason);
        }, cancellationToken, (round, branches) => db.TellOfReturnAsync(round, branches, participantId, now, cancellationToken));

    /// <summary>The reason stays on the page.</summary>
    private static async Task TellOfReturnAsync(this GradingDbContext db, GradingRound round, IReadOnlyList<BranchPapers> branches, int? participantId, DateTime now, CancellationToken cancellationToken)
    {
        var (committee, one) = (branches[0].Participant, branches.FirstOrDefault(branch => branch.Participant.Id == participantId)?.Participant.BranchName);
        var until = branches.Where(branch => participantId is null || branch.Participant.Id == participantId).Max(branch => branch.Deadlines.Report) is var report && report > round.Deadlines.Grading ? report : round.Deadlines.Grading;
        var officers = await db.OfficersAsync(db.Committees.Where(row => row.Id == committee.CommitteeId), cancellationToken);
        await db.AddMailsAsync(
            MailKind.Returned, [.. officers[committee.CommitteeId].Select(who => new MailDraft($"returned-report-{round.Id}-{committee.CommitteeId}-{participantId}-{now:yyyyMMddHHmmssfff}-{who.PersonId}", who, new MailValues
            {
                Unit = committee.CommitteeName,
                Matter = $"{round.Year} 年度初评意见报告{(one is null ? "" : $"（{one}）")}",
                Until = SchoolTime.Show(until),
                Path = $"/rounds/{round.Id}/reports/{committee.CommitteeId}",
            }))], now, cancellationToken);
    }

    private static Task OnReportAsync(
        this GradingDbContext db, int roundId, int committeeId, Viewer viewer, Guid? version, Action<GradingRound, IReadOnlyList<BranchPapers>, CommitteeReport> act, CancellationToken cancellationToken,
        Func<GradingRound, IReadOnlyList<BranchPapers>, Task>? tell = null) =>
        db.InTransactionAsync(
            async () =>
            {
                // Publication and rule changes go by what is handed up: the round's turn first, as for them.
                await db.LockRoundAsync(roundId, cancellationToken);
                await db.LockCommitteeAsync(roundId, committeeId, cancellationToken);
                var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId, cancellationToken);
                var branches = await db.CommitteePapersAsync(round, committeeId, viewer, cancellationToken);
                var report = await db.FindReportAsync(roundId, committeeId, cancellationToken);
                if (version is { } read && read != (report?.Version ?? Guid.Empty))
                    throw new DbUpdateConcurrencyException();
                var known = report ?? new CommitteeReport(roundId, committeeId);
                act(round, branches, known);
                if (tell is not null)
                    await tell(round, branches);
                // Other missing or returned branches alone leave the report's own row as it was; its version must change all the same.
                if (report is null)
                    db.Add(known);
                else
                    db.Entry(known).State = EntityState.Modified;
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>The line that is there already where it says the same, so that nothing is told twice.</summary>
    private static MissingBranch Missing(CommitteeReport report, int participantId, string reason)
    {
        var typed = new MissingBranch(participantId, reason);
        return report.Missing.FirstOrDefault(known => known.ParticipantId == participantId && known.Reason == typed.Reason) ?? typed;
    }

    private static string SubjectOf(GradingRound round, IReadOnlyList<BranchPapers> branches) => $"{round.Year} 年度 {branches[0].Participant.CommitteeName}";
}
