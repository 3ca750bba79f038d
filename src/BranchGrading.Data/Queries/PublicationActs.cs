using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Publishing the grades of a round and making them final (§2.5): each in one transaction, after checking all again.</summary>
public static class PublicationActs
{
    /// <summary>Stores grade, explanation, inputs and rules of every branch as they are now.</summary>
    /// <exception cref="RuleViolationException">The round is not open, or something stands against publication.</exception>
    public static Task PublishAsync(this GradingDbContext db, int roundId, PublicationDetails details, string by, DateTime at, DateOnly today, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId, cancellationToken);
            round.RequireOpen();
            var result = await db.GradeAsync(round, cancellationToken);
            if ((await db.WhyNotPublishableAsync(roundId, result, cancellationToken)).FirstOrDefault() is { } problem)
                throw new RuleViolationException($"还不能公示：{problem.Text}");
            var calendar = new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken));
            var publication = Of(round, result, details.MeetingDate, details.DocumentNumber, today, calendar, by, at);
            publication.ReceiveObjectionsAt(details.Telephone, details.Place);
            round.Publish(publication);
            db.Audit.Describe(AuditEvent.GradesPublished, $"{round.Year} 年度，{details.DocumentNumber}");
            await db.TellOfPublicationAsync(round, at, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>One mail for each secretary and officer, whatever he leads; it names no grade.</summary>
    private static async Task TellOfPublicationAsync(this GradingDbContext db, GradingRound round, DateTime at, CancellationToken cancellationToken)
    {
        var taking = db.Taking(round.Id);
        var names = await taking.ToDictionaryAsync(participant => participant.Id, participant => participant.BranchName, cancellationToken);
        var committees = db.Committees.Where(committee => taking.Any(participant => participant.CommitteeId == committee.Id));
        var units = await committees.ToDictionaryAsync(committee => committee.Id, committee => committee.Name, cancellationToken);
        var people = (await db.SecretariesAsync(taking, cancellationToken)).SelectMany(branch => branch.Select(who => (Who: who, Unit: names[branch.Key])))
            .Concat((await db.OfficersAsync(committees, cancellationToken)).SelectMany(unit => unit.Select(who => (Who: who, Unit: units[unit.Key]))));
        await db.AddMailsAsync(
            MailKind.Published, [.. people.DistinctBy(one => one.Who.PersonId).Select(one => new MailDraft($"published-{round.Id}-{one.Who.PersonId}", one.Who, new MailValues
            {
                Unit = one.Unit,
                Matter = $"{round.Year} 年度分类定级结果",
                Until = round.Publication!.PublicityDays == 0 ? "" : SchoolTime.ShowDay(round.Publication.PublicityEndsOn),
                Path = "/results",
            }))], at, cancellationToken);
    }

    /// <summary>All that stands against publication: what the rules say, and what has been given back and has not come up again (§2.4, §3.7).</summary>
    public static async Task<IReadOnlyList<GradingProblem>> WhyNotPublishableAsync(this GradingDbContext db, int roundId, GradingResult result, CancellationToken cancellationToken)
    {
        var taking = result.Outcomes.ToDictionary(outcome => outcome.ParticipantId, outcome => outcome.Candidate);
        var reports = (await db.ReportsAsync(roundId, cancellationToken)).Values.OrderBy(report => report.CommitteeId).ToList();
        return
        [
            .. DecisionRules.WhyNotPublishable(result),
            .. reports.Where(report => report is { IsSubmitted: false, ReturnedAt: not null })
                .Select(report => taking.Values.Where(candidate => candidate.CommitteeId == report.CommitteeId).ToList()).Where(own => own.Count > 0)
                .Select(own => new GradingProblem($"{own[0].CommitteeName}的初评意见报告已经退回，还没有重新上报", [.. own.Select(candidate => candidate.ParticipantId)])),
            .. reports.SelectMany(report => report.Returned).Where(branch => branch.SettledAt is null && taking.ContainsKey(branch.ParticipantId))
                .Select(branch => new GradingProblem($"{taking[branch.ParticipantId].CommitteeName}「{taking[branch.ParticipantId].BranchName}」已经退回，还没有重新完成初评", [branch.ParticipantId])),
        ];
    }

    /// <summary>Ends the publicity and writes every grade into the history of its branch.</summary>
    /// <exception cref="RuleViolationException">Not published, final already, the publicity still runs, or an objection is open.</exception>
    public static Task MakeFinalAsync(this GradingDbContext db, int roundId, string by, DateTime at, DateOnly today, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockRoundAsync(roundId, cancellationToken);
            var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == roundId, cancellationToken);
            if (ObjectionActs.WhyNotFinal(await db.OpenObjectionsAsync(roundId, cancellationToken)) is { } why)
                throw new RuleViolationException(why);
            round.MakeFinal(today, by, at);
            // The history grows, and later rounds that are open already compute by it.
            var open = await OpenRounds.HoldAfterAsync(db, round.Year, cancellationToken);
            var known = await db.PastGrades.Where(grade => grade.Year == round.Year).ToDictionaryAsync(grade => grade.BranchId, cancellationToken);
            var grades = await db.PublishedGrades.Where(grade => grade.PublicationId == round.Publication!.Id)
                .Select(grade => new { grade.Participant.BranchId, grade.Grade }).ToListAsync(cancellationToken);
            foreach (var grade in grades)
            {
                if (known.TryGetValue(grade.BranchId, out var imported))
                    imported.SettleBy(round.Id, grade.Grade);
                else
                    db.Add(PastGrade.FromRound(grade.BranchId, round.Year, grade.Grade, round.Id));
            }

            db.Audit.Describe(AuditEvent.GradesMadeFinal, $"{round.Year} 年度");
            var written = await db.SaveChangesAsync(cancellationToken);
            return await open.WhyBrokenAsync(cancellationToken) is { } broken ? throw new RuleViolationException($"还不能定级：定级以后，{broken}。") : written;
        },
        cancellationToken);

    /// <summary>Everything that publication keeps: grade, explanation and inputs of every branch, places, and the rules as they were.</summary>
    public static Publication Of(GradingRound round, GradingResult result, DateOnly meetingDate, string documentNumber, DateOnly publishedOn, WorkingCalendar calendar, string by, DateTime at) => new(
        meetingDate, documentNumber, publishedOn, round.Rules.PublicityDays, calendar, GradeSnapshot.Write(round.Rules), result.Places, GradeSnapshot.Write(result.Groups),
        result.Outcomes.Select(outcome => new PublishedGrade(
            outcome.ParticipantId, outcome.Grade!.Value, GradeSnapshot.Write(outcome.Candidate), GradeSnapshot.Of(outcome, withWalk: true).ToJson())),
        by, at);
}
