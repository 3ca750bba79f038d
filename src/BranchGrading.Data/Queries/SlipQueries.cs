using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads 等级说明 of some branches of a round: a handful of queries, whatever their number.</summary>
public static class SlipQueries
{
    /// <param name="db">The database.</param>
    /// <param name="round">The round with its parts.</param>
    /// <param name="chosen">Participants of the round; those excluded are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<BranchSlip>> SlipsAsync(this GradingDbContext db, GradingRound round, IQueryable<Participant> chosen, CancellationToken cancellationToken)
    {
        var taking = db.Taking(round.Id).Where(participant => chosen.Any(other => other.Id == participant.Id));
        var results = await db.ResultsAsync(round, taking, cancellationToken);
        var papers = await db.FiledAsync(round, taking, toldOnly: true, cancellationToken);
        return papers.ConvertAll(filed => new BranchSlip(
            filed.Review.Participant, results[filed.Review.Participant.Id], HeadComparison.Of(new RescorePaper(filed.Review, filed.SchoolScores).Told())));
    }
}
