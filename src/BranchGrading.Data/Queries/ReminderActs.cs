using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>催办: writes a mail to those who have not handed in, one for each person, matter and day.</summary>
public static class ReminderActs
{
    private const int Named = 6;

    /// <summary>Reminds those who are chosen of what is not handed in, as it stands when the round's turn is there.</summary>
    /// <param name="db">The database.</param>
    /// <param name="round">An opened round.</param>
    /// <param name="kind">Of what.</param>
    /// <param name="viewer">Who reminds; an officer only the own committees.</param>
    /// <param name="choose">Picks the branches or committees.</param>
    /// <param name="described">What was chosen, for the audit.</param>
    /// <param name="clock">This moment and its day in the school.</param>
    /// <param name="show">Words for a deadline.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<ReminderResult> RemindAsync(
        this GradingDbContext db, GradingRound round, DeadlineKind kind, Viewer viewer, Func<IEnumerable<PaceRow>, IEnumerable<PaceRow>> choose, string described,
        Func<(DateTime Now, DateOnly Today)> clock, Func<DateTime, string> show, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            // Two who remind at once wait for each other, so that the second finds the first one's mails.
            await db.LockRoundAsync(round.Id, cancellationToken);
            var (now, today) = clock();
            var rows = choose(await db.PaceAsync(round, kind, viewer, now, cancellationToken)).Where(row => row.Pace != Pace.Done).ToList();
            var people = rows.SelectMany(row => row.People.Select(person => (Person: person, Row: row))).GroupBy(pair => pair.Person.PersonId).ToList();
            var drafts = people.ConvertAll(group => new MailDraft(
                $"reminder-{round.Id}-{kind}-{group.Key}-{today:yyyyMMdd}", group.First().Person, ValuesOf(round, [.. group.Select(pair => pair.Row)], show)));
            var written = await db.AddMailsAsync(MailKind.Reminder, drafts, now, cancellationToken);
            var withoutAddress = drafts.FindAll(draft => string.IsNullOrWhiteSpace(draft.Recipient.Address)).ConvertAll(draft => draft.Recipient.Name);
            if (written > 0)
                db.Audit.Describe(AuditEvent.Reminded, $"{round.Year} 年度 {described}，{written} 人");
            await db.SaveChangesAsync(cancellationToken);
            return new ReminderResult(written, drafts.Count - written, withoutAddress, [.. rows.Where(row => row.People.Count == 0).Select(row => row.Name)]);
        },
        cancellationToken);

    private static MailValues ValuesOf(GradingRound round, List<PaceRow> rows, Func<DateTime, string> show) => new()
    {
        Unit = string.Join("、", rows.Take(Named).Select(row => row.Name)) + (rows.Count > Named ? $"等 {rows.Count} 个" : ""),
        Matter = $"{round.Year} 年度{PaceRow.MatterOf(rows[0].Kind)}",
        Until = show(rows.Min(row => row.Deadline)),
        Path = rows is [var only] ? only.PathIn(round.Id) : "/",
    };
}
