using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads what the school found out; callers see the whole school.</summary>
public static class EvidenceQueries
{
    /// <summary>The records on a branch with their attachments, in the order of their days.</summary>
    public static Task<List<EvidenceRecord>> EvidenceOnBranchAsync(this GradingDbContext db, int participantId, CancellationToken cancellationToken) =>
        RecordsAsync(db, db.Evidence.Where(evidence => evidence.ParticipantId == participantId), cancellationToken);

    /// <summary>The records on a committee's report as a whole.</summary>
    public static Task<List<EvidenceRecord>> EvidenceOnReportAsync(this GradingDbContext db, int roundId, int committeeId, CancellationToken cancellationToken) =>
        RecordsAsync(db, db.Evidence.Where(evidence => evidence.RoundId == roundId && evidence.CommitteeId == committeeId && evidence.ParticipantId == null), cancellationToken);

    /// <summary>Everything recorded in a round, in the order of the days.</summary>
    public static Task<List<Evidence>> EvidenceOfRoundAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken) =>
        db.Evidence.AsNoTracking().Where(evidence => evidence.RoundId == round.Id).OrderBy(evidence => evidence.On).ThenBy(evidence => evidence.Id).ToListAsync(cancellationToken);

    private static async Task<List<EvidenceRecord>> RecordsAsync(GradingDbContext db, IQueryable<Evidence> found, CancellationToken cancellationToken)
    {
        var records = await found.AsNoTracking().OrderBy(evidence => evidence.On).ThenBy(evidence => evidence.Id).ToListAsync(cancellationToken);
        var ids = records.ConvertAll(evidence => evidence.Id);
        var attachments = await db.Attachments.AsNoTracking().Where(attachment => ids.Contains(attachment.EvidenceId!.Value)).OrderBy(attachment => attachment.Id).ToListAsync(cancellationToken);
        return records.ConvertAll(evidence => new EvidenceRecord(evidence, attachments.FindAll(attachment => attachment.EvidenceId == evidence.Id)));
    }
}
