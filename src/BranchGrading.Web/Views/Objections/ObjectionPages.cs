using BranchGrading.Data;
using BranchGrading.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Objections;

/// <summary>Loads an objection for the department.</summary>
public static class ObjectionPages
{
    public static async Task<ObjectionPage?> ObjectionPageAsync(this GradingDbContext db, Viewer viewer, int roundId, int number, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { Publication: not null } round
            || await db.Objections.AsNoTracking().Include(objection => objection.Participant).SingleOrDefaultAsync(objection => objection.RoundId == roundId && objection.Number == number, cancellationToken) is not { } objection)
            return null;
        var grade = (await db.GradesInEffectAsync(roundId, cancellationToken))[objection.ParticipantId];
        return new ObjectionPage(round, objection, grade, (await db.ChangesAsync(roundId, cancellationToken)).FindAll(change => change.ObjectionId == objection.Id));
    }
}
