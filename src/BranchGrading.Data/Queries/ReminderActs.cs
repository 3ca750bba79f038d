using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>催办: writes a mail to those who have not handed in, nobody twice for one unit, matter and day.</summary>
public static class ReminderActs
{
    private const int Named = 6;

    /// <summary>As many as a mail's key has room for.</summary>
    private const int InOneMail = 10;

    /// <summary>Reminds those who are chosen of what is not handed in, as it stands when the round's turn is there.</summary>
    /// <param name="db">The database.</param>
    /// <param name="round">An opened round.</param>
    /// <param name="kind">Of what.</param>
    /// <param name="viewer">Who reminds; an officer only the own committees.</param>
    /// <param name="choose">Picks the branches or committees.</param>
    /// <param name="described">What was chosen, for the audit.</param>
    /// <param name="clock">This moment and its day in the school.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<ReminderResult> RemindAsync(
        this GradingDbContext db, GradingRound round, DeadlineKind kind, Viewer viewer, Func<IEnumerable<PaceRow>, IEnumerable<PaceRow>> choose, string described,
        Func<(DateTime Now, DateOnly Today)> clock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            // Two who remind at once wait for each other, so that the second finds the first one's mails.
            await db.LockRoundAsync(round.Id, cancellationToken);
            var (now, today) = clock();
            var rows = choose(await db.PaceAsync(round, kind, viewer, now, cancellationToken)).Where(row => row.Pace != Pace.Done).ToList();
            var start = $"reminder-{round.Id}-{kind}-{today:yyyyMMdd}-";
            var told = (await db.Mails.Where(mail => mail.Key.StartsWith(start)).Select(mail => mail.Key).ToListAsync(cancellationToken))
                .SelectMany(key => key[start.Length..].Split('-') is [var person, var units] ? units.Split('.').Select(unit => (person, unit)) : []).ToHashSet();
            var people = rows.SelectMany(row => row.People.Select(person => (Person: person, Row: row))).GroupBy(pair => pair.Person.PersonId).ToList();
            // One mail names all that its reader has not been told of today.
            var drafts = (from person in people
                          let fresh = person.Where(pair => !told.Contains(($"{person.Key}", $"{pair.Row.UnitId}"))).Select(pair => pair.Row)
                          from part in fresh.Chunk(InOneMail)
                          select new MailDraft(
                              $"{start}{person.Key}-{string.Join('.', part.Select(row => row.UnitId))}", person.First().Person, ValuesOf(round, part), part.Max(row => row.Deadline) is var last && last > now ? last : null)).ToList();
            var written = await db.AddMailsAsync(MailKind.Reminder, drafts, now, cancellationToken);
            var reminded = drafts.Select(draft => draft.Recipient.PersonId).ToHashSet();
            List<string> withoutAddress = [.. people.Select(person => person.First().Person).Where(person => string.IsNullOrWhiteSpace(person.Address)).Select(person => person.Name)];
            if (written > 0)
                db.Audit.Describe(AuditEvent.Reminded, $"{round.Year} 年度 {described}，{written} 人");
            await db.SaveChangesAsync(cancellationToken);
            return new ReminderResult(written, people.Count(person => !reminded.Contains(person.Key)), withoutAddress, [.. rows.Where(row => row.People.Count == 0).Select(row => row.Name)]);
        },
        cancellationToken);

    private static MailValues ValuesOf(GradingRound round, IReadOnlyList<PaceRow> rows) => new()
    {
        Unit = string.Join("、", rows.Take(Named).Select(row => row.Name)) + (rows.Count > Named ? $"等 {rows.Count} 个" : ""),
        Matter = $"{round.Year} 年度{PaceRow.MatterOf(rows[0].Kind)}",
        Until = SchoolTime.Show(rows.Min(row => row.Deadline)),
        Path = rows is [var only] ? only.PathIn(round.Id) : "/",
    };
}
