using BranchGrading.Data.Mail;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>
/// The reminders that nobody needs to think of: some days before a deadline to those who are missing, once after it, and for items of plans.
/// Run as often as one likes: the key of a mail names deadline and recipient, so that each is written once, and once more where the deadline was put off.
/// </summary>
public static class AutomaticReminderActs
{
    /// <summary>What is over longer than this is not told any more, such as all of an old round when mails are first set up.</summary>
    private const int OverdueDays = 7;

    /// <returns>How many mails were written.</returns>
    public static async Task<int> WriteRemindersAsync(this GradingDbContext db, DateTime now, DateOnly today, CancellationToken cancellationToken)
    {
        var days = await db.Settings.Select(settings => (int?)settings.ReminderDays).SingleOrDefaultAsync(cancellationToken) ?? 0;
        var missing = new List<Missing>();
        foreach (var round in await db.Rounds.AsNoTracking().Include(round => round.Publication).AsSplitQuery().Where(round => round.OpenedAt != null).ToListAsync(cancellationToken))
        {
            if (round.Publication is null)
                missing.AddRange(await db.MissingPapersAsync(round, cancellationToken));
            missing.AddRange(await db.MissingHandInsAsync(round, now, days, cancellationToken));
        }

        var ahead = missing.Where(one => now < one.Until && now >= one.Until.AddDays(-days)).Select(one => one.Draft("ahead")).ToList();
        var over = missing.Where(one => now >= one.Until && now < one.Until.AddDays(OverdueDays)).Select(one => one.Draft("over")).ToList();
        return await db.AddMailsAsync(MailKind.DeadlineAhead, ahead, now, cancellationToken) + await db.AddMailsAsync(MailKind.Overdue, over, now, cancellationToken)
            + await db.AddMailsAsync(MailKind.PlanDue, await db.DuePlansAsync(today, days, cancellationToken), now, cancellationToken);
    }

    /// <summary>Self-assessments, reports and the grading itself, as far as they are not there.</summary>
    private static async Task<List<Missing>> MissingPapersAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken)
    {
        var taking = db.Taking(round.Id).Where(participant => participant.Branch.IsActive);
        var extensions = await db.Extensions.AsNoTracking().Where(extension => extension.RoundId == round.Id).ToListAsync(cancellationToken);
        var reports = await db.Reports.AsNoTracking().Where(report => report.RoundId == round.Id)
            .Select(report => new { report.CommitteeId, report.SubmittedAt, report.ReturnedAt, Open = report.Returned.Where(branch => branch.SettledAt == null).Select(branch => branch.ParticipantId).ToList() })
            .AsSplitQuery().ToDictionaryAsync(report => report.CommitteeId, cancellationToken);
        var branches = await taking.Select(participant => new
        {
            participant.Id,
            participant.BranchName,
            participant.CommitteeId,
            participant.CommitteeName,
            HasSelf = db.SelfAssessments.Any(row => row.ParticipantId == participant.Id && row.SubmittedAt != null),
            IsReturned = db.SelfAssessments.Any(row => row.ParticipantId == participant.Id && row.ReturnedAt != null),
        }).ToListAsync(cancellationToken);
        var secretaries = await db.SecretariesAsync(taking, cancellationToken);
        var officers = await db.OfficersAsync(db.Committees.Where(committee => taking.Any(participant => participant.CommitteeId == committee.Id)), cancellationToken);
        var missing = new List<Missing>();
        var reporting = new Dictionary<int, (string Name, DateTime Until)>();
        foreach (var branch in branches)
        {
            var report = reports.GetValueOrDefault(branch.CommitteeId);
            var until = WorkDeadlines.Of(
                round.Deadlines, extensions.FindAll(one => one.CommitteeId == branch.CommitteeId && (one.ParticipantId == null || one.ParticipantId == branch.Id)), branch.IsReturned,
                report is { SubmittedAt: null, ReturnedAt: not null } || report?.Open.Contains(branch.Id) == true);
            // Of a branch without a secretary somebody must know all the same.
            if (!branch.HasSelf)
                missing.AddRange((secretaries.Contains(branch.Id) ? secretaries[branch.Id] : officers[branch.CommitteeId]).Select(who => new Missing($"self-{branch.Id}", who, branch.BranchName, $"{round.Year} 年度支部自评", until.SelfAssessment, $"/assessments/{branch.Id}")));
            if (report is not { SubmittedAt: not null } || report.Open.Count > 0)
                reporting[branch.CommitteeId] = (branch.CommitteeName, reporting.TryGetValue(branch.CommitteeId, out var known) && known.Until > until.Report ? known.Until : until.Report);
        }

        missing.AddRange(reporting.SelectMany(unit => officers[unit.Key].Select(who => new Missing($"report-{round.Id}-{unit.Key}", who, unit.Value.Name, $"{round.Year} 年度初评意见报告", unit.Value.Until, "/reviews"))));
        missing.AddRange((await db.DepartmentAsync(cancellationToken)).Select(who => new Missing($"grading-{round.Id}", who, "本部门", $"{round.Year} 年度分类定级", round.Deadlines.Grading, $"/rounds/{round.Id}")));
        return missing;
    }

    /// <summary>Committees that have not handed in 附表4 and 附表5.</summary>
    private static async Task<IEnumerable<Missing>> MissingHandInsAsync(this GradingDbContext db, GradingRound round, DateTime now, int days, CancellationToken cancellationToken)
    {
        var until = round.Deadlines.HandIn;
        if (now < until.AddDays(-days) || now >= until.AddDays(OverdueDays))
            return [];
        var taking = db.Taking(round.Id);
        var committees = db.Committees.Where(committee => taking.Any(participant => participant.CommitteeId == committee.Id)
            && !db.HandIns.Any(handIn => handIn.RoundId == round.Id && handIn.CommitteeId == committee.Id && handIn.SentBackAt == null));
        var names = await committees.ToDictionaryAsync(committee => committee.Id, committee => committee.Name, cancellationToken);
        var officers = await db.OfficersAsync(committees, cancellationToken);
        return officers.SelectMany(unit => unit.Select(who => new Missing($"handin-{round.Id}-{unit.Key}", who, names[unit.Key], $"{round.Year} 年度附表4、附表5报送", until, "/")));
    }

    /// <summary>Items of running plans that are due soon or have just become overdue, one mail for all of a plan and day.</summary>
    private static async Task<List<MailDraft>> DuePlansAsync(this GradingDbContext db, DateOnly today, int days, CancellationToken cancellationToken)
    {
        var (last, first) = (today.AddDays(days), today.AddDays(-OverdueDays));
        var plans = db.Plans.Where(plan => plan.ApprovedAt != null && plan.Participant.Round.Publication!.FinalAt != null);
        var items = await db.PlanItems.Join(plans, item => item.PlanId, plan => plan.Id, (item, plan) => new { Item = item, Plan = plan })
            .Where(row => row.Item.AcceptedAt == null && row.Item.RequestedAt == null && row.Item.DueOn != null && row.Item.DueOn >= first && row.Item.DueOn <= last)
            .Select(row => new { row.Plan.ParticipantId, row.Plan.Participant.BranchName, row.Plan.Participant.Round.Year, DueOn = row.Item.DueOn!.Value }).ToListAsync(cancellationToken);
        if (items.Count == 0)
            return [];
        var ids = items.Select(item => item.ParticipantId).Distinct().ToList();
        var secretaries = await db.PlanSecretariesAsync(db.Participants.Where(participant => ids.Contains(participant.Id)), cancellationToken);
        return
        [
            .. from item in items
               group item by (item.ParticipantId, item.BranchName, item.Year, item.DueOn) into due
               from who in secretaries[due.Key.ParticipantId]
               let isOver = due.Key.DueOn < today
               select new MailDraft($"plan-{(isOver ? "over" : "due")}-{due.Key.ParticipantId}-{due.Key.DueOn:yyyyMMdd}-{who.PersonId}", who, new MailValues
               {
                   Unit = due.Key.BranchName,
                   Matter = $"{due.Key.Year} 年度整改事项 {due.Count()} 项{(isOver ? "（已逾期）" : "")}",
                   Until = $"{due.Key.DueOn:yyyy年M月d日}",
                   Path = $"/plans/{due.Key.ParticipantId}",
               }),
        ];
    }

    private sealed record Missing(string Key, MailRecipient Who, string Unit, string Matter, DateTime Until, string Path)
    {
        public MailDraft Draft(string occasion) => new(
            $"{occasion}-{Key}-{Until:yyyyMMddHHmm}-{Who.PersonId}", Who, new MailValues { Unit = Unit, Matter = Matter, Until = MailTime.Show(Until), Path = Path });
    }
}
