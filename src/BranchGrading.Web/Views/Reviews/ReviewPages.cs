using BranchGrading.Data;
using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>Loads the page of one branch's review.</summary>
public static class ReviewPages
{
    /// <summary>The page with what was typed, if anything; null where the branch is hidden from the viewer.</summary>
    public static async Task<ReviewPage?> ReviewPageAsync(this GradingDbContext db, int participantId, Viewer viewer, ReviewForm? typed, string? show, SchoolClock clock, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.FindPapersAsync(participantId, viewer, cancellationToken) is not { MaySeeReview: true } papers)
            return null;
        var committeeId = papers.Participant.CommitteeId;
        return new ReviewPage(
            papers.AsSeen(), (await db.StandingsAsync(papers.Round, committeeId, cancellationToken))[participantId],
            await db.ProposedPlacesAsync(papers.Round, committeeId, cancellationToken), typed ?? new ReviewForm(), show, clock.UtcNow)
        {
            EarlierPlans = await db.EarlierPlansAsync(papers.Participant, papers.Round.Year, cancellationToken),
            EarlierScores = await db.EarlierScoresAsync(papers.Participant, papers.Round.Year, viewer, cancellationToken),
        };
    }
}
