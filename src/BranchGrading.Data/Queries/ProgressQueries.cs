using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads who has come how far.</summary>
public static class ProgressQueries
{
    /// <summary>The participants of a round that a viewer may see, in display order, with what is there of each.</summary>
    public static async Task<List<BranchProgress>> BranchProgressAsync(this GradingDbContext db, int roundId, Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await db.Participants.AsNoTracking()
            .Where(participant => participant.RoundId == roundId && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId))
            .VisibleTo(viewer)
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(participant => new
            {
                participant.Id,
                participant.BranchId,
                participant.CommitteeId,
                participant.CommitteeName,
                participant.CommitteeKind,
                participant.BranchName,
                participant.BranchType,
                participant.SecretaryName,
                Self = db.SelfAssessments.Where(row => row.ParticipantId == participant.Id && row.SubmittedAt != null).Select(row => row.ImportedTotal ?? row.Total).FirstOrDefault(),
                HasBegun = db.SelfAssessments.Any(row => row.ParticipantId == participant.Id),
                IsReturned = db.SelfAssessments.Any(row => row.ParticipantId == participant.Id && row.ReturnedAt != null),
                Review = db.Reviews.Where(row => row.ParticipantId == participant.Id && row.CompletedAt != null).Select(row => row.ImportedTotal ?? row.Total).FirstOrDefault(),
                IsUnderReview = db.Reviews.Any(row => row.ParticipantId == participant.Id)
                    || db.ItemScores.Any(row => row.ParticipantId == participant.Id && row.Scorer == Scorer.Committee),
                IsReported = db.Reports.Any(report => report.RoundId == roundId && report.CommitteeId == participant.CommitteeId && report.SubmittedAt != null
                    && !report.Returned.Any(branch => branch.ParticipantId == participant.Id && branch.SettledAt == null)),
                IsSentBack = db.Reports.Any(report => report.RoundId == roundId && report.CommitteeId == participant.CommitteeId
                    && (report.SubmittedAt == null && report.ReturnedAt != null || report.Returned.Any(branch => branch.ParticipantId == participant.Id && branch.SettledAt == null))),
                IsDecided = db.Decisions.Any(row => row.ParticipantId == participant.Id),
                Vetoed = db.Reviews.Any(row => row.ParticipantId == participant.Id && row.CompletedAt != null && row.Vetoed),
            })
            .ToListAsync(cancellationToken);
        var stage = await db.Rounds.Where(round => round.Id == roundId)
            .Select(round => new { round.OpenedAt, PublishedAt = (DateTime?)round.Publication!.PublishedAt, round.Publication.FinalAt })
            .Select(round => GradingRound.StageOf(round.OpenedAt, round.PublishedAt, round.FinalAt)).SingleAsync(cancellationToken);
        var votes = await db.Evaluations.AsNoTracking().Where(evaluation => db.Participants.VisibleTo(viewer).Any(participant => participant.RoundId == roundId && participant.Id == evaluation.ParticipantId))
            .ToDictionaryAsync(evaluation => (evaluation.ParticipantId, evaluation.Panel), evaluation => evaluation.Count, cancellationToken);
        return rows.ConvertAll(row => new BranchProgress(
            row.Id, row.BranchId, row.CommitteeId, row.CommitteeName, row.CommitteeKind, row.BranchName, row.BranchType, row.SecretaryName, row.Self, row.Review, row.Vetoed,
            votes.GetValueOrDefault((row.Id, Panel.Members)), votes.GetValueOrDefault((row.Id, Panel.Masses)))
        {
            IsReported = row.IsReported,
            Stage = stage switch
            {
                RoundStage.Final => BranchStage.Final,
                RoundStage.Published => BranchStage.Published,
                _ when row.IsDecided => BranchStage.Decided,
                _ when row.IsSentBack => BranchStage.Returned,
                _ when row.Review is not null => row.IsReported ? BranchStage.Reported : BranchStage.Reviewed,
                _ when row.IsReturned => BranchStage.Returned,
                _ when row.Self is null => row.HasBegun ? BranchStage.Filling : BranchStage.NotStarted,
                _ => row.IsUnderReview ? BranchStage.UnderReview : BranchStage.Submitted,
            },
        });
    }

    /// <summary>Adds the branches up by committee, in display order.</summary>
    public static List<CommitteeProgress> ByCommittee(this IEnumerable<BranchProgress> branches) => branches
        .GroupBy(branch => branch.CommitteeId)
        .Select(group => new CommitteeProgress(
            group.Key, group.First().CommitteeName, group.First().CommitteeKind, group.Count(), group.Count(branch => branch.SelfScore is not null),
            group.Count(branch => branch.ReviewScore is not null), group.Count(branch => branch.HasMemberVote), group.Count(branch => branch.HasMassVote))
        {
            Complete = group.Count(branch => branch.IsComplete),
        })
        .ToList();
}
