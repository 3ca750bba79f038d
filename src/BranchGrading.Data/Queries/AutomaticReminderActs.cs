using BranchGrading.Data.Mail;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>
/// The reminders that nobody needs to think of: some days before a deadline to those who are missing, once after it, and to those who carry out plans.
/// Run as often as one likes: the key of a mail names deadline and recipient, so that each is written once, and once more where the deadline was put off.
/// </summary>
public static class AutomaticReminderActs
{
    /// <summary>What is over longer than this is not told any more, such as all of an old round when mails are first set up.</summary>
    private const int OverdueDays = 7;

    /// <param name="db">The database.</param>
    /// <param name="now">This moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many mails were written.</returns>
    public static async Task<int> WriteRemindersAsync(this GradingDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var days = await db.Settings.Select(settings => (int?)settings.ReminderDays).SingleOrDefaultAsync(cancellationToken) ?? 0;
        var missing = new List<Missing>();
        foreach (var round in await db.Rounds.AsNoTracking().Include(round => round.Publication).AsSplitQuery().Where(round => round.OpenedAt != null).ToListAsync(cancellationToken))
        {
            if (round.Publication is null)
                missing.AddRange(await db.MissingPapersAsync(round, now, days, cancellationToken));
            missing.AddRange(await db.MissingHandInsAsync(round, now, days, cancellationToken));
        }

        var ahead = missing.Where(one => now < one.Until && now >= one.Until.AddDays(-days)).Select(one => one.Draft(Ahead)).ToList();
        var over = missing.Where(one => now >= one.Until && now < one.Until.AddDays(OverdueDays)).Select(one => one.Draft("over")).ToList();
        var today = SchoolTime.DayOf(now);
        var plans = (await db.DuePlansAsync(today, days, cancellationToken)).Concat(await db.QuietPlansAsync(today, cancellationToken)).ToList();
        return await db.AddMailsAsync(MailKind.DeadlineAhead, ahead, now, cancellationToken) + await db.AddMailsAsync(MailKind.Overdue, over, now, cancellationToken)
            + await db.AddMailsAsync(MailKind.PlanDue, plans, now, cancellationToken);
    }

    /// <summary>Self-assessments, reports and the grading itself, as far as they are not there: those whom the page of progress lists.</summary>
    private static async Task<List<Missing>> MissingPapersAsync(this GradingDbContext db, GradingRound round, DateTime now, int days, CancellationToken cancellationToken)
    {
        if (!await db.IsNearAsync(round, [DeadlineKind.SelfAssessment, DeadlineKind.Report], [round.Deadlines.SelfAssessment, round.Deadlines.Report, round.Deadlines.Grading], now, days, cancellationToken))
            return [];
        var pace = await db.PaceAsync(round, Viewer.Program, now, cancellationToken);
        var officers = pace.Committees.ToDictionary(row => row.CommitteeId, row => row.People);
        return
        [
            // Of a branch without a secretary somebody must know all the same.
            .. from row in pace.Branches
               where row.Pace != Pace.Done
               from who in row.People.Count > 0 ? row.People : officers[row.CommitteeId]
               select Missing.Of(round, row, who),
            .. from row in pace.Committees
               where row.Pace != Pace.Done
               from who in row.People
               select Missing.Of(round, row, who),
            .. from who in await db.DepartmentAsync(cancellationToken)
               select new Missing($"grading-{round.Id}", who, "本部门", $"{round.Year} 年度分类定级", round.Deadlines.Grading, $"/rounds/{round.Id}"),
        ];
    }

    /// <summary>Committees that have not handed in 附表4 and 附表5. Whose forms were sent back was told so then, and is not called late.</summary>
    private static async Task<IEnumerable<Missing>> MissingHandInsAsync(this GradingDbContext db, GradingRound round, DateTime now, int days, CancellationToken cancellationToken)
    {
        if (!await db.IsNearAsync(round, [DeadlineKind.HandIn], [round.Deadlines.HandIn], now, days, cancellationToken))
            return [];
        return from row in await db.PaceAsync(round, DeadlineKind.HandIn, Viewer.Program, now, cancellationToken)
               where row.Pace != Pace.Done && !(row.IsReturned && row.Pace == Pace.Late)
               from who in row.People
               select Missing.Of(round, row, who);
    }

    /// <summary>Whether anybody may have to be reminded now: far from all deadlines nothing more is read.</summary>
    private static async Task<bool> IsNearAsync(
        this GradingDbContext db, GradingRound round, IReadOnlyCollection<DeadlineKind> kinds, IReadOnlyCollection<DateTime> deadlines, DateTime now, int days, CancellationToken cancellationToken)
    {
        var extended = await db.Extensions.Where(extension => extension.RoundId == round.Id && kinds.Contains(extension.Kind)).MaxAsync(extension => (DateTime?)extension.Until, cancellationToken);
        var last = deadlines.Max() is var common && extended > common ? extended.Value : common;
        return now >= deadlines.Min().AddDays(-days) && now < last.AddDays(OverdueDays);
    }

    /// <summary>Running plans of which nothing was reported for too long, once a quarter.</summary>
    private static async Task<IEnumerable<MailDraft>> QuietPlansAsync(this GradingDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var quiet = (await db.OpenPlansAsync(Viewer.Program, today, cancellationToken)).FindAll(plan => plan.IsQuiet && plan.IsCarriedOn);
        if (quiet.Count == 0)
            return [];
        var ids = quiet.ConvertAll(plan => plan.ParticipantId);
        var secretaries = await db.PlanSecretariesAsync(db.Participants.Where(participant => ids.Contains(participant.Id)), cancellationToken);
        var start = Quarter.StartOf(today);
        return from plan in quiet
               from who in secretaries[plan.ParticipantId]
               select new MailDraft($"plan-quiet-{plan.ParticipantId}-{start:yyyyMMdd}-{who.PersonId}", who, new MailValues
               {
                   Unit = plan.BranchName,
                   Matter = $"{plan.Year} 年度整改提升计划的季度进展",
                   Until = SchoolTime.ShowDay(start.AddMonths(3).AddDays(-1)),
                   Path = $"/plans/{plan.ParticipantId}",
               });
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
                   Until = SchoolTime.ShowDay(due.Key.DueOn),
                   Path = $"/plans/{due.Key.ParticipantId}",
               }),
        ];
    }

    private const string Ahead = "ahead";

    private sealed record Missing(string Key, MailRecipient Who, string Unit, string Matter, DateTime Until, string Path)
    {
        public static Missing Of(GradingRound round, PaceRow row, MailRecipient who) =>
            new($"{row.Kind}-{round.Id}-{row.UnitId}", who, row.Name, $"{round.Year} 年度{PaceRow.MatterOf(row.Kind)}", row.Deadline, row.PathIn(round.Id));

        public MailDraft Draft(string occasion) => new(
            $"{occasion}-{Key}-{Until:yyyyMMddHHmm}-{Who.PersonId}", Who, new MailValues { Unit = Unit, Matter = Matter, Until = SchoolTime.Show(Until), Path = Path },
            occasion is Ahead ? Until : null);
    }
}
