using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Finds attachments for those who may see them.</summary>
public static class AttachmentQueries
{
    /// <summary>
    /// An attachment; null where it is hidden: those of evidence are the school's, those of a self-assessment belong to the branch and its committee
    /// until they are handed in, and then to the school as well; those of a plan are seen by whoever sees the plan,
    /// those of a committee, and of what it handed in, by its officers and the school; those of a bulletin by whoever reads it,
    /// and once they were taken out of a published one by those who write it alone.
    /// </summary>
    public static async Task<Attachment?> FindAttachmentAsync(this GradingDbContext db, int id, Viewer viewer, CancellationToken cancellationToken)
    {
        var attachment = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (attachment?.PlanEntryId is { } entryId)
        {
            var seen = db.Participants.WithPlanVisibleTo(viewer);
            return await db.Plans.AnyAsync(
                plan => plan.Items.Any(item => item.Entries.Any(entry => entry.Id == entryId)) && seen.Any(participant => participant.Id == plan.ParticipantId), cancellationToken) ? attachment : null;
        }

        if (attachment?.CommitteeNoteId is { } noteId)
        {
            var own = db.Committees.VisibleTo(viewer);
            return await db.CommitteeNotes.AnyAsync(note => note.Id == noteId && own.Any(committee => committee.Id == note.CommitteeId), cancellationToken) ? attachment : null;
        }

        if (attachment?.HandInId is { } handInId)
        {
            var own = db.Committees.VisibleTo(viewer);
            return await db.HandIns.AnyAsync(handIn => handIn.Id == handInId && own.Any(committee => committee.Id == handIn.CommitteeId), cancellationToken) ? attachment : null;
        }

        if (attachment?.BulletinId is { } bulletinId)
        {
            var seen = attachment.RemovedAt is null ? db.Bulletins.VisibleTo(viewer, db) : db.Bulletins.OfSideOf(viewer, db);
            return await seen.AnyAsync(bulletin => bulletin.Id == bulletinId, cancellationToken) ? attachment : null;
        }

        if (attachment?.ParticipantId is not { } participantId)
            return viewer.SeesSchool ? attachment : null;
        if (await db.Participants.TiedTo(viewer).AnyAsync(participant => participant.Id == participantId, cancellationToken))
            return attachment;
        if (!viewer.SeesSchool)
            return null;
        var assessment = await db.SelfAssessments.AsNoTracking().Include(row => row.Submissions).SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken);
        return assessment?.HasHandedIn(id) == true ? attachment : null;
    }
}
