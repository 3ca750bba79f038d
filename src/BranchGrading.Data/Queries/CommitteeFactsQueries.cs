using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>业绩考核: reads the facts of committees in a year, a handful of queries whatever their number.</summary>
public static class CommitteeFactsQueries
{
    /// <param name="db">The database.</param>
    /// <param name="viewer">Who looks: an officer sees the own committees.</param>
    /// <param name="year">The year.</param>
    /// <param name="only">One committee; null for all in sight.</param>
    /// <param name="now">This moment, in UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In display order; a committee that has neither a branch nor took part in the year is left out.</returns>
    public static async Task<List<CommitteeFacts>> CommitteeFactsAsync(
        this GradingDbContext db, Viewer viewer, int year, int? only, DateTime now, CancellationToken cancellationToken)
    {
        var today = SchoolTime.DayOf(now);
        var round = await db.OpenedRoundAsync(year, cancellationToken);
        var roundId = round?.Id ?? 0;
        var seen = db.Committees.VisibleTo(viewer).Where(committee => only == null || committee.Id == only);
        var committees = await seen
            .Where(committee => committee.Id == only || committee.Branches.Any(branch => branch.IsActive) || db.Participants.Any(participant => participant.RoundId == roundId && participant.CommitteeId == committee.Id))
            .OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id)
            .Select(committee => new { committee.Id, committee.Name, committee.Kind, Active = committee.Branches.Count(branch => branch.IsActive) }).ToListAsync(cancellationToken);
        var part = round is null ? null : await db.RoundPartAsync(round, seen, viewer, cancellationToken);
        var grades = await db.GradesByCommitteeAsync(round, year, seen, cancellationToken);
        var rise = await db.RiseAsync(viewer, year, cancellationToken);
        var board = round is null ? null : (await db.RectificationBoardAsync(round, viewer, today, cancellationToken)).ToLookup(branch => branch.CommitteeId);
        var secretaries = (await db.SecretariesAsync(seen, year, today, cancellationToken)).ToLookup(line => line.CommitteeId);
        var replaced = round is null ? null : (await db.ReplacedSecretariesAsync(round, seen, cancellationToken)).ToLookup(branch => branch.CommitteeId);
        var notes = (await db.CommitteeNotes.Where(note => note.Year == year && seen.Any(committee => committee.Id == note.CommitteeId))
            .GroupBy(note => new { note.CommitteeId, note.Kind }).Select(group => new { group.Key.CommitteeId, group.Key.Kind, Count = group.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(group => (group.CommitteeId, group.Kind), group => group.Count);
        var points = await db.ContactPoints.Where(point => point.Year == year && point.Branch.IsActive && seen.Any(committee => committee.Id == point.Branch.CommitteeId))
            .GroupBy(point => point.Branch.CommitteeId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var day = CommitteeYears.DayOf(year, today);
        return committees.ConvertAll(committee =>
        {
            var (plans, lines) = (board?[committee.Id].ToList() ?? [], secretaries[committee.Id].ToList());
            var run = plans.Select(branch => branch.Plan).OfType<PlanCount>().Where(plan => plan.IsApproved || plan.HasRun).ToList();
            var required = plans.FindAll(branch => branch.IsRequired);
            var report = part?.Reports.GetValueOrDefault(committee.Id);
            var taking = part?.Branches.GetValueOrDefault(committee.Id) ?? 0;
            var deadline = part?.Extended.GetValueOrDefault(committee.Id, round!.Deadlines.Report) is { } extended && extended > round!.Deadlines.Report ? extended : round?.Deadlines.Report;
            return new CommitteeFacts(committee.Id, committee.Name, committee.Kind)
            {
                Branches = taking,
                Timing = taking == 0 || report is null && part!.OnPaper.GetValueOrDefault(committee.Id) == taking
                    ? ReportTiming.None
                    : ReportTimeliness.Of(report?.SubmittedAt, report is { SubmittedAt: null, ReturnedAt: not null }, round!.Deadlines.Report, deadline!.Value, now),
                ReportedAt = report?.SubmittedAt,
                ReportDeadline = deadline,
                MissingBranches = report?.Missing ?? 0,
                ReturnedBranches = report?.Returned ?? 0,
                Grades = grades?.GetValueOrDefault(committee.Id),
                Rise = rise?.GetValueOrDefault(committee.Id),
                PlansRequired = required.Count,
                PlansMissing = required.Count(branch => branch.IsMissing),
                PlansClosed = required.Count(branch => branch.Plan?.StateOf(round?.Stage == RoundStage.Final) == PlanState.Closed),
                Items = run.Sum(plan => plan.Items),
                ItemsAccepted = run.Sum(plan => plan.Accepted),
                ItemsOverdue = round?.Stage == RoundStage.Final ? run.Sum(plan => plan.Overdue) : 0,
                Rescored = part?.Rescored?.GetValueOrDefault(committee.Id),
                Findings = part?.Findings?.GetValueOrDefault(committee.Id),
                Secretaries = lines.Count,
                Rotated = lines.Count(line => !line.Training.LacksRotation),
                NewSecretaries = lines.Count(line => line.Training.InductionOf(day) is not InductionState.NotNeeded),
                Inducted = lines.Count(line => line.Training.InductionOf(day) is InductionState.Done),
                InductionOverdue = lines.Count(line => line.Training.InductionOf(day) is InductionState.Overdue),
                WorkPlans = notes.GetValueOrDefault((committee.Id, CommitteeNoteKind.WorkPlan)),
                Pledges = notes.GetValueOrDefault((committee.Id, CommitteeNoteKind.Pledge)),
                Comments = notes.GetValueOrDefault((committee.Id, CommitteeNoteKind.LeaderComment)),
                ContactPoints = points.GetValueOrDefault(committee.Id),
                ActiveBranches = committee.Active,
                Replaced = replaced?[committee.Id].Count(branch => branch.Replacement.IsSettled) ?? 0,
            };
        });
    }

    /// <summary>What the year's round holds of the committees. What the school found out is the school's own until publication.</summary>
    private static async Task<RoundPart> RoundPartAsync(this GradingDbContext db, GradingRound round, IQueryable<Committee> seen, Viewer viewer, CancellationToken cancellationToken)
    {
        var taking = db.Taking(round.Id).Where(participant => seen.Any(committee => committee.Id == participant.CommitteeId));
        var branches = await taking.GroupBy(participant => participant.CommitteeId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var onPaper = await taking.Where(participant => db.Reviews.Any(review => review.ParticipantId == participant.Id && review.CompletedAt != null && review.ImportedTotal != null))
            .GroupBy(participant => participant.CommitteeId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var reports = await db.Reports.Where(report => report.RoundId == round.Id && seen.Any(committee => committee.Id == report.CommitteeId))
            .Select(report => new { report.CommitteeId, Line = new ReportLine(report.SubmittedAt, report.ReturnedAt, report.Missing.Count, report.Returned.Count) }).ToDictionaryAsync(report => report.CommitteeId, report => report.Line, cancellationToken);
        var extended = await db.Extensions.Where(extension => extension.RoundId == round.Id && extension.Kind == DeadlineKind.Report)
            .GroupBy(extension => extension.CommitteeId).Select(group => new { group.Key, Until = group.Max(extension => extension.Until) }).ToDictionaryAsync(group => group.Key, group => group.Until, cancellationToken);
        if (!viewer.SeesSchool && round.Publication is null)
            return new RoundPart(branches, onPaper, reports, extended, null, null);
        var rescored = await taking.Where(participant => db.SchoolEvaluations.Any(row => row.ParticipantId == participant.Id && row.Rescore != null))
            .GroupBy(participant => participant.CommitteeId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var findings = await db.Evidence.Where(row => row.RoundId == round.Id && seen.Any(committee => committee.Id == row.CommitteeId))
            .GroupBy(row => row.CommitteeId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new RoundPart(branches, onPaper, reports, extended, rescored, findings);
    }

    /// <summary>Grades in effect by the frozen committee; of a year without a round the imported ones, by the present one; null before publication.</summary>
    private static async Task<Dictionary<int, GradeCounts>?> GradesByCommitteeAsync(this GradingDbContext db, GradingRound? round, int year, IQueryable<Committee> seen, CancellationToken cancellationToken)
    {
        if (round is { Publication: null })
            return null;
        if (round is null)
        {
            var imported = await db.PastGrades.Where(past => past.Year == year && seen.Any(committee => committee.Id == past.Branch.CommitteeId))
                .Select(past => new { past.Branch.CommitteeId, past.Grade }).ToListAsync(cancellationToken);
            return imported.Count == 0 ? null : imported.GroupBy(past => past.CommitteeId).ToDictionary(group => group.Key, group => GradeCounts.Of(group.Select(past => (Grade?)past.Grade)));
        }

        var inEffect = await db.GradesInEffectAsync(round.Id, cancellationToken);
        var taking = await db.Taking(round.Id).Where(participant => seen.Any(committee => committee.Id == participant.CommitteeId))
            .Select(participant => new { participant.Id, participant.CommitteeId }).ToListAsync(cancellationToken);
        return taking.GroupBy(participant => participant.CommitteeId)
            .ToDictionary(group => group.Key, group => GradeCounts.Of(group.Select(participant => inEffect.TryGetValue(participant.Id, out var grade) ? grade : (Grade?)null)));
    }

    /// <summary>晋位升级 by committee against the latest earlier year with grades.</summary>
    private static async Task<Dictionary<int, PromotionRate>?> RiseAsync(this GradingDbContext db, Viewer viewer, int year, CancellationToken cancellationToken)
    {
        var years = await db.GradedYearsAsync(cancellationToken);
        if (!years.Contains(year) || years.Find(earlier => earlier < year) is not (> 0 and var before))
            return null;
        return (await db.CompareAsync(viewer, before, year, cancellationToken)).GroupBy(branch => branch.CommitteeId)
            .ToDictionary(group => group.Key, group => PromotionRate.Of([.. group.Select(branch => (branch.From, branch.To))]));
    }

    private sealed record RoundPart(
        Dictionary<int, int> Branches, Dictionary<int, int> OnPaper, Dictionary<int, ReportLine> Reports, Dictionary<int, DateTime> Extended, Dictionary<int, int>? Rescored, Dictionary<int, int>? Findings);

    private sealed record ReportLine(DateTime? SubmittedAt, DateTime? ReturnedAt, int Missing, int Returned);
}
