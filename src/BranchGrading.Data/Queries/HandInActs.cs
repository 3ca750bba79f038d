using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain;
using BranchGrading.Domain.HandIns;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Handing in, and what the department records about it: each in one transaction that holds the committee.</summary>
public static class HandInActs
{
    /// <summary>Hands in frozen forms as the next version, and writes the mail to the department.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seen">What the officer saw.</param>
    /// <param name="checkCode">As printed on the forms.</param>
    /// <param name="files">The frozen forms, made anew for every try.</param>
    /// <param name="viewer">Who hands in.</param>
    /// <param name="clock">Tells the moment, once the committee is held.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">Too late, something is missing, or another version came in between.</exception>
    public static Task<HandIn> HandInAsync(
        this GradingDbContext db, CommitteeHandIns seen, string checkCode, Func<IReadOnlyCollection<HandInFile>> files, Viewer viewer, Func<DateTime> clock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var (roundId, committeeId) = (seen.Round.Id, seen.CommitteeId);
            await db.LockCommitteeAsync(roundId, committeeId, cancellationToken);
            var unit = await db.FindHandInsAsync(roundId, committeeId, viewer, cancellationToken) ?? throw new RuleViolationException("这个二级党组织现在没有参评支部，不用报送。");
            var now = clock();
            if (unit.Standing.WhyNotAt(now) is { } late)
                throw new RuleViolationException(late);
            if (unit.Missing.Count > 0)
                throw new RuleViolationException($"还不能报送：{string.Join("；", unit.Missing.Take(5))}。");
            if (unit.Standing.Versions.Count != seen.Standing.Versions.Count)
                throw new RuleViolationException($"您打开之后，{unit.Standing.Latest!.MadeBy}已经报送了第 {unit.Standing.Latest.Number} 版。请看过最新的情况，再决定要不要另交一版。");
            var handIn = db.Add(new HandIn(roundId, committeeId, unit.Standing.Versions.Count + 1, checkCode, files(), viewer.Name, now)).Entity;
            db.Audit.Describe(AuditEvent.FormsHandedIn, $"{unit.Subject}：第 {handIn.Number} 版");
            await db.SaveChangesAsync(cancellationToken);
            await MailAsync(db, unit, handIn, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return handIn;
        },
        cancellationToken);

    /// <summary>The department records something about the latest version.</summary>
    /// <exception cref="RuleViolationException">It is not the latest, or the act is refused.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else recorded something meanwhile.</exception>
    public static Task<T> OnHandInAsync<T>(
        this GradingDbContext db, CommitteeHandIns unit, int number, Guid version, AuditEvent happening, string? reason, Func<HandIn, T> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockCommitteeAsync(unit.Round.Id, unit.CommitteeId, cancellationToken);
            var latest = await db.HandIns.OrderByDescending(handIn => handIn.Number).FirstAsync(handIn => handIn.RoundId == unit.Round.Id && handIn.CommitteeId == unit.CommitteeId, cancellationToken);
            if (latest.Number != number)
                throw new RuleViolationException($"现在有第 {latest.Number} 版了，请登记在最新的一版上。");
            if (latest.Version != version)
                throw new DbUpdateConcurrencyException();
            var result = act(latest);
            db.Audit.Describe(happening, $"{unit.Subject}：第 {number} 版", reason);
            if (latest.SentBackAt is { } at)
                await db.TellOfSendingBackAsync(unit, latest, at, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return result;
        },
        cancellationToken);

    /// <summary>One mail to each officer; the reason stays on the page.</summary>
    private static async Task TellOfSendingBackAsync(this GradingDbContext db, CommitteeHandIns unit, HandIn handIn, DateTime at, CancellationToken cancellationToken)
    {
        var officers = await db.OfficersAsync(db.Committees.Where(committee => committee.Id == unit.CommitteeId), cancellationToken);
        await db.AddMailsAsync(
            MailKind.Returned, [.. officers[unit.CommitteeId].Select(who => new MailDraft($"returned-handin-{handIn.Id}-{who.PersonId}", who, new MailValues
            {
                Unit = unit.Name,
                Matter = $"{unit.Round.Year} 年度附表4、附表5（第 {handIn.Number} 版）",
                Until = at < unit.Standing.Until ? SchoolTime.Show(unit.Standing.Until) : "尽快",
                Path = $"/rounds/{unit.Round.Id}/hand-ins/{unit.CommitteeId}",
            }))], at, cancellationToken);
    }

    /// <summary>To the department's address, with the files; where none is set nothing is mailed, and the page says so.</summary>
    private static async Task MailAsync(GradingDbContext db, CommitteeHandIns unit, HandIn handIn, DateTime now, CancellationToken cancellationToken)
    {
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (settings?.DepartmentMail is not { Length: > 0 } address)
            return;
        await db.AddMailAsync(
            MailKind.HandIn, $"hand-in-{handIn.Id}", new MailRecipient(null, settings.DepartmentName, address),
            new MailValues
            {
                Unit = unit.Name,
                Matter = $"{unit.Round.Year} 年度附表4、附表5（第 {handIn.Number} 版）",
                Note = $"校验码 {HandIn.Grouped(handIn.CheckCode)}。",
                Path = $"/rounds/{unit.Round.Id}/hand-ins/{unit.CommitteeId}",
            },
            now, handIn.Id, cancellationToken);
    }
}
