using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>The deadlines that concern somebody, as calendars show them.</summary>
public static class DeadlineEventQueries
{
    private const int Rounds = 3;
    private const int Named = 4;

    /// <summary>The deadlines of the latest rounds and the days by which plans are to be done, in order of time.</summary>
    /// <param name="db">The database.</param>
    /// <param name="viewer">Whom they concern.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<DeadlineEvent>> DeadlineEventsAsync(this GradingDbContext db, Viewer viewer, CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.AsNoTracking().Include(round => round.Publication).Where(round => round.OpenedAt != null).OrderByDescending(round => round.Year).Take(Rounds).ToListAsync(cancellationToken);
        var events = new List<DeadlineEvent>();
        foreach (var round in rounds)
        {
            var extensions = await db.Extensions.AsNoTracking().Where(extension => extension.RoundId == round.Id).OrderBy(extension => extension.Id).ToListAsync(cancellationToken);
            var units = await db.UnitsAsync(round, viewer, extensions, cancellationToken);
            if (units.Count == 0 && !viewer.SeesSchool)
                continue;
            events.AddRange(viewer.SeesSchool ? SchoolEvents(round, units, extensions) : OwnEvents(round, units, extensions));
            if (round.Publication is { PublicityDays: > 0 } publication)
                events.Add(new DeadlineEvent($"publicity-{round.Id}", null, publication.PublicityEndsOn, $"{round.Year} 年度 公示结束") { Address = $"/rounds/{round.Id}/publicity" });
        }

        events.AddRange(await db.PlanEventsAsync(viewer, cancellationToken));
        return [.. events.OrderBy(one => one.Day).ThenBy(one => one.At ?? DateTime.MaxValue).ThenBy(one => one.Key, StringComparer.Ordinal)];

        DeadlineEvent Of(string key, DateTime at, string title, string? named = null, string? address = null) => new(key, at, SchoolTime.DayOf(at.AddTicks(-1)), title) { Units = named, Address = address };

        IEnumerable<DeadlineEvent> SchoolEvents(GradingRound round, List<Unit> units, List<DeadlineExtension> extensions)
        {
            yield return Of($"self-{round.Id}", round.Deadlines.SelfAssessment, $"{round.Year} 年度 支部自评截止", null, $"/rounds/{round.Id}/progress");
            yield return Of($"report-{round.Id}", round.Deadlines.Report, $"{round.Year} 年度 初评意见报告截止", null, $"/rounds/{round.Id}/progress?by=committee");
            yield return Of($"grading-{round.Id}", round.Deadlines.Grading, $"{round.Year} 年度 分类定级完成", null, $"/rounds/{round.Id}");
            yield return Of($"hand-in-{round.Id}", round.Deadlines.HandIn, $"{round.Year} 年度 报表报送截止", null, $"/rounds/{round.Id}/hand-ins");
            foreach (var extension in extensions)
            {
                var whom = units.Find(unit => extension.ParticipantId is { } id ? unit.ParticipantId == id : unit.CommitteeId == extension.CommitteeId);
                yield return Of($"extension-{extension.Id}", extension.Until, $"{round.Year} 年度 {extension.Kind.Word()}（延期）", extension.ParticipantId is null ? whom?.Committee : whom?.Branch, viewer.IsDepartment ? $"/rounds/{round.Id}/extensions" : null);
            }
        }

        IEnumerable<DeadlineEvent> OwnEvents(GradingRound round, List<Unit> units, List<DeadlineExtension> extensions)
        {
            var work = units.ConvertAll(unit => (Unit: unit, Deadlines: WorkDeadlines.Of(
                round.Deadlines, extensions.FindAll(extension => extension.CommitteeId == unit.CommitteeId && (extension.ParticipantId is null || extension.ParticipantId == unit.ParticipantId)),
                unit.AssessmentReturned, unit.ReviewReturned)));
            foreach (var one in Grouped("self", "支部自评截止", round.Deadlines.SelfAssessment, [.. work.Select(pair => (pair.Deadlines.SelfAssessment, pair.Unit.ParticipantId, pair.Unit.Branch))]))
                yield return one with { Address = "/" };
            var led = work.FindAll(pair => pair.Unit.IsOfficer);
            if (led.Count == 0)
                yield break;
            foreach (var one in Grouped("report", "初评意见报告截止", round.Deadlines.Report, [.. led.Select(pair => (pair.Deadlines.Report, pair.Unit.ParticipantId, pair.Unit.Branch))]))
                yield return one with { Address = "/reviews" };
            yield return Of($"grading-{round.Id}", round.Deadlines.Grading, $"{round.Year} 年度 分类定级完成");
            foreach (var one in Grouped("hand-in", "报表报送截止", round.Deadlines.HandIn, [.. led.DistinctBy(pair => pair.Unit.CommitteeId).Select(pair =>
                (WorkDeadlines.HandInOf(round.Deadlines, extensions.FindAll(extension => extension.CommitteeId == pair.Unit.CommitteeId)), pair.Unit.CommitteeId, pair.Unit.Committee))]))
                yield return one with { Address = led.TrueForAll(pair => pair.Unit.CommitteeId == led[0].Unit.CommitteeId) ? $"/rounds/{round.Id}/hand-ins/{led[0].Unit.CommitteeId}" : $"/rounds/{round.Id}/forms" };

            // Units with the same deadline are one line; whoever has another one is named.
            IEnumerable<DeadlineEvent> Grouped(string kind, string title, DateTime common, List<(DateTime At, int Id, string Name)> rows) => rows.GroupBy(row => row.At).Select(group =>
                group.Key == common
                    ? Of($"{kind}-{round.Id}", group.Key, $"{round.Year} 年度 {title}", group.Count() == rows.Count ? null : Names([.. group.Select(row => row.Name)]))
                    : Of($"{kind}-{round.Id}-{group.Min(row => row.Id)}", group.Key, $"{round.Year} 年度 {title}（延期）", Names([.. group.Select(row => row.Name)])));
        }
    }

    private static string Names(List<string> names) => string.Join("、", names.Take(Named)) + (names.Count > Named ? $"等 {names.Count} 个" : "");

    /// <summary>The branches of a round that the viewer is tied to; for who sees the school those that extensions are about.</summary>
    private static async Task<List<Unit>> UnitsAsync(this GradingDbContext db, GradingRound round, Viewer viewer, List<DeadlineExtension> extensions, CancellationToken cancellationToken)
    {
        var extended = extensions.Select(extension => extension.CommitteeId).Distinct().ToList();
        var led = await db.Committees.LedBy(viewer).Select(committee => committee.Id).ToListAsync(cancellationToken);
        return await db.Participants.AsNoTracking().Where(participant => participant.RoundId == round.Id && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId))
            .VisibleTo(viewer).Where(participant => !viewer.SeesSchool || extended.Contains(participant.CommitteeId))
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId).ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(participant => new Unit(
                participant.Id, participant.BranchName, participant.CommitteeId, participant.CommitteeName, led.Contains(participant.CommitteeId),
                db.SelfAssessments.Any(row => row.ParticipantId == participant.Id && row.ReturnedAt != null),
                db.Reports.Any(report => report.RoundId == round.Id && report.CommitteeId == participant.CommitteeId
                    && (report.ReturnedAt != null || report.Returned.Any(branch => branch.ParticipantId == participant.Id && branch.SettledAt == null)))))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The days by which items of plans are to be done that are not accepted yet.</summary>
    private static async Task<IEnumerable<DeadlineEvent>> PlanEventsAsync(this GradingDbContext db, Viewer viewer, CancellationToken cancellationToken)
    {
        var days = await db.Plans.AsNoTracking()
            .Where(plan => plan.SubmittedAt != null && db.Participants.VisibleTo(viewer).CarriedOn().Any(participant => participant.Id == plan.ParticipantId))
            .SelectMany(plan => plan.Items).Where(item => item.AcceptedAt == null && item.DueOn != null)
            .GroupBy(item => item.DueOn!.Value).Select(group => new { Day = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return days.Select(day => new DeadlineEvent($"plan-{day.Day:yyyyMMdd}", null, day.Day, $"整改事项完成时限（{day.Count} 项）") { Address = "/plans" });
    }

    private sealed record Unit(int ParticipantId, string Branch, int CommitteeId, string Committee, bool IsOfficer, bool AssessmentReturned, bool ReviewReturned);
}
