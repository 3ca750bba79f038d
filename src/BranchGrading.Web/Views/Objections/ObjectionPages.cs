using BranchGrading.Data;
using BranchGrading.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Objections;

/// <summary>Loads an objection for the department; 回避: not for the secretary of the branch objected to.</summary>
public static class ObjectionPages
{
    public static async Task<ObjectionPage?> ObjectionPageAsync(this GradingDbContext db, Viewer viewer, int roundId, int number, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { Publication: not null } round
            || await db.Objections.AsNoTracking().Include(objection => objection.Participant).SingleOrDefaultAsync(objection => objection.RoundId == roundId && objection.Number == number, cancellationToken) is not { } objection
            || (await db.LedBranchesAsync(viewer, roundId, cancellationToken)).Contains(objection.ParticipantId))
            return null;
        var grade = await db.PublishedGrades.Where(row => row.ParticipantId == objection.ParticipantId).Select(row => row.Grade).SingleAsync(cancellationToken);
        var changes = await db.ChangesAsync(roundId, cancellationToken);
        return new ObjectionPage(round, objection, grade, changes.FindAll(change => change.ObjectionId == objection.Id))
        {
            Revisions = changes.FindAll(change => change.ParticipantId == objection.ParticipantId && !change.IsCorrection),
        };
    }
}
