using BranchGrading.Data.Mail;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Tells who has not started, is late or is at risk: a handful of queries for a whole round.</summary>
public static class PaceQueries
{
    /// <summary>What a branch fills in besides the items: basic facts, and the table of problems.</summary>
    private const int OtherParts = 2;

    /// <summary>The branches and committees of a round that the viewer watches: all for the school, the own committees' for an officer.</summary>
    public static async Task<RoundPace> PaceAsync(this GradingDbContext db, GradingRound round, Viewer viewer, DateTime now, CancellationToken cancellationToken)
    {
        var led = viewer.SeesSchool ? null : await db.Committees.LedBy(viewer).Select(committee => committee.Id).ToHashSetAsync(cancellationToken);
        var branches = (await db.BranchProgressAsync(round.Id, viewer, cancellationToken)).FindAll(branch => led is null || led.Contains(branch.CommitteeId));
        var extensions = (await db.Extensions.AsNoTracking().Where(extension => extension.RoundId == round.Id).ToListAsync(cancellationToken)).ToLookup(extension => extension.CommitteeId);
        var reports = await db.ReportsAsync(round.Id, cancellationToken);
        var filled = await db.FilledPartsAsync(round.Id, cancellationToken);
        var parts = await db.PartsAsync(round.Id, cancellationToken);
        var returned = await db.SelfAssessments.Where(row => row.Participant.RoundId == round.Id && row.ReturnedAt != null).Select(row => row.ParticipantId).ToHashSetAsync(cancellationToken);
        var taking = db.Participants.Where(participant => participant.RoundId == round.Id);
        var secretaries = await db.SecretariesAsync(taking, cancellationToken);
        var officers = await db.OfficersAsync(db.Committees.Where(committee => taking.Any(participant => participant.CommitteeId == committee.Id)), cancellationToken);
        return new RoundPace(
            branches.ConvertAll(branch =>
            {
                var deadline = WorkDeadlines.Of(
                    round.Deadlines, [.. extensions[branch.CommitteeId].Where(extension => extension.ParticipantId is null || extension.ParticipantId == branch.ParticipantId)],
                    returned.Contains(branch.ParticipantId), reports.GetValueOrDefault(branch.CommitteeId)?.IsBack(branch.ParticipantId) == true).SelfAssessment;
                var (all, isReturned) = (parts(branch), returned.Contains(branch.ParticipantId));
                var done = branch.SelfScore is not null ? all : Math.Min(all, filled.GetValueOrDefault(branch.ParticipantId));
                return new PaceRow(
                    branch.CommitteeId, branch.CommitteeName, branch.ParticipantId, branch.BranchName,
                    PaceRule.Of(branch.SelfScore is not null, done, all, isReturned, deadline, now), deadline, DeadlineKind.SelfAssessment)
                {
                    Done = done,
                    All = all,
                    HasBegun = done > 0 || isReturned,
                    IsReturned = isReturned,
                    IsExtended = deadline > round.Deadlines.SelfAssessment,
                    People = [.. secretaries[branch.ParticipantId]],
                };
            }),
            [.. branches.GroupBy(branch => branch.CommitteeId).Select(group => CommitteeOf(
                round, [.. group], [.. extensions[group.Key]], reports.GetValueOrDefault(group.Key), [.. officers[group.Key]], now))]);
    }

    /// <summary>All rows of one of the deadlines.</summary>
    public static async Task<IReadOnlyList<PaceRow>> PaceAsync(this GradingDbContext db, GradingRound round, DeadlineKind kind, Viewer viewer, DateTime now, CancellationToken cancellationToken)
    {
        if (kind == DeadlineKind.HandIn)
            return await db.HandInPaceAsync(round, viewer, now, cancellationToken);
        var pace = await db.PaceAsync(round, viewer, now, cancellationToken);
        return kind == DeadlineKind.Report ? pace.Committees : pace.Branches;
    }

    /// <summary>The committees that the viewer watches, on their way to handing in 附表4 and 附表5.</summary>
    private static async Task<IReadOnlyList<PaceRow>> HandInPaceAsync(this GradingDbContext db, GradingRound round, Viewer viewer, DateTime now, CancellationToken cancellationToken)
    {
        var watched = viewer.SeesSchool ? db.Committees : db.Committees.LedBy(viewer);
        var officers = await db.OfficersAsync(watched.Where(committee => db.Participants.Any(participant => participant.RoundId == round.Id && participant.CommitteeId == committee.Id)), cancellationToken);
        var ids = await watched.Select(committee => committee.Id).ToHashSetAsync(cancellationToken);
        return (await db.HandInsAsync(round, null, cancellationToken)).FindAll(unit => ids.Contains(unit.CommitteeId)).ConvertAll(unit =>
        {
            // Every branch reviewed, and the report.
            var (latest, all) = (unit.Standing.Latest, unit.Branches + 1);
            var (isReturned, done) = (latest is { IsSentBack: true }, Math.Max(0, all - unit.Missing.Count));
            return new PaceRow(
                unit.CommitteeId, unit.Name, null, unit.Name,
                PaceRule.Of(latest is { IsSentBack: false }, done, all, isReturned, unit.Standing.Until, now), unit.Standing.Until, DeadlineKind.HandIn)
            {
                Done = done,
                All = all,
                HasBegun = true,
                IsReturned = isReturned,
                IsExtended = unit.Standing.IsExtended,
                People = [.. officers[unit.CommitteeId]],
            };
        });
    }

    private static PaceRow CommitteeOf(
        GradingRound round, List<BranchProgress> branches, List<DeadlineExtension> extensions, CommitteeReport? report, IReadOnlyList<MailRecipient> people, DateTime now)
    {
        var first = branches[0];
        var isReturned = report is { ReturnedAt: not null } || report?.Returned.Any(branch => branch.SettledAt is null) == true;
        var deadline = WorkDeadlines.Of(round.Deadlines, extensions, assessmentReturned: false, isReturned).Report;
        // The points of a 直属党支部 come after its report: it has its self-assessment and its two votes to bring.
        var isDirect = first.CommitteeKind == CommitteeKind.DirectBranch;
        var (done, all) = isDirect
            ? (branches.Sum(branch => (branch.SelfScore is null ? 0 : 1) + (branch.HasMemberVote ? 1 : 0) + (branch.HasMassVote ? 1 : 0)), branches.Count * 3)
            : (branches.Count(branch => branch.ReviewScore is not null), branches.Count);
        return new PaceRow(
            first.CommitteeId, first.CommitteeName, null, first.CommitteeName,
            PaceRule.Of(report is { IsSubmitted: true } && !isReturned, done, all, isReturned, deadline, now), deadline, DeadlineKind.Report)
        {
            Done = done,
            All = all,
            HasBegun = done > 0 || report is not null || branches.Exists(branch => branch.Stage == BranchStage.UnderReview),
            IsReturned = isReturned,
            IsExtended = deadline > round.Deadlines.Report,
            People = people,
        };
    }

    /// <summary>How many parts of its self-assessment each branch has filled in, of all that it has to.</summary>
    private static async Task<Dictionary<int, int>> FilledPartsAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken)
    {
        var open = db.Participants.Where(participant => participant.RoundId == roundId
            && !db.SelfAssessments.Any(row => row.ParticipantId == participant.Id && row.SubmittedAt != null)).Select(participant => participant.Id);
        var counts = new List<(int Id, int Count)>();
        counts.AddRange((await db.ItemScores.Where(row => open.Contains(row.ParticipantId) && row.Scorer == Scorer.Branch && (row.Points != null || row.Option != null || row.Times != null))
            .GroupBy(row => row.ParticipantId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken)).Select(row => (row.Key, row.Count)));
        counts.AddRange((await db.InvestigationAnswers.Where(row => open.Contains(row.ParticipantId) && row.Scorer == Scorer.Branch && row.Level != null)
            .GroupBy(row => row.ParticipantId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken)).Select(row => (row.Key, row.Count)));
        counts.AddRange((await db.ReportTexts.Where(row => open.Contains(row.ParticipantId) && row.Content != "")
            .GroupBy(row => row.ParticipantId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken)).Select(row => (row.Key, row.Count)));
        counts.AddRange((await db.Problems.Where(row => open.Contains(row.ParticipantId)).Select(row => row.ParticipantId).Distinct().ToListAsync(cancellationToken)).Select(id => (id, 1)));
        counts.AddRange((await db.SelfAssessments.Where(row => open.Contains(row.ParticipantId) && row.BasicsConfirmedAt != null).Select(row => row.ParticipantId).ToListAsync(cancellationToken)).Select(id => (id, 1)));
        return counts.GroupBy(row => row.Id).ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
    }

    /// <summary>How many parts a branch has to fill in, by its standard and type.</summary>
    private static async Task<Func<BranchProgress, int>> PartsAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken)
    {
        var standardOf = await db.Participants.Where(participant => participant.RoundId == roundId).ToDictionaryAsync(participant => participant.Id, participant => participant.StandardId, cancellationToken);
        var used = standardOf.Values.Distinct().ToList();
        var items = (await db.Standards.WithItems().AsNoTracking().Where(standard => used.Contains(standard.Id)).ToListAsync(cancellationToken)).ToDictionary(standard => standard.Id, standard => standard.Items.ToList());
        var counted = new Dictionary<(int Standard, BranchType Type), int>();
        return branch =>
        {
            var key = (standardOf[branch.ParticipantId], branch.Type);
            if (!counted.TryGetValue(key, out var count))
                counted[key] = count = items[key.Item1].Count(item => item.IsSelfScored && item.AppliesTo(branch.Type)) + Enum.GetValues<Question>().Length + Enum.GetValues<ReportSection>().Length + OtherParts;
            return count;
        };
    }
}
