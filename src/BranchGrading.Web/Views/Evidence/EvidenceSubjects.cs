using BranchGrading.Data;
using BranchGrading.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Evidence;

/// <summary>Finds what a record is about.</summary>
public static class EvidenceSubjects
{
    /// <summary>A branch where one is named, else the report of a committee that takes part; null where it is hidden.</summary>
    public static async Task<EvidenceSubject?> FindEvidenceSubjectAsync(
        this GradingDbContext db, Viewer viewer, int? participantId, int? roundId, int? committeeId, CancellationToken cancellationToken)
    {
        var participant = await db.Participants.AsNoTracking().VisibleTo(viewer)
            .Where(row => participantId != null ? row.Id == participantId : row.RoundId == roundId && row.CommitteeId == committeeId)
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (participant is null || await db.FindRoundAsync(viewer, participant.RoundId, cancellationToken) is not { } round)
            return null;
        return new EvidenceSubject(round, participantId is null ? null : participant, participant.CommitteeId, participant.CommitteeName);
    }
}
