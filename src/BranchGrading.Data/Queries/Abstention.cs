using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>回避: whoever is secretary of a branch now leaves what is settled about it after publication to others, whatever roles the account has.</summary>
public static class Abstention
{
    /// <summary>The branches of a round that the viewer leads now, by participant.</summary>
    public static Task<HashSet<int>> OwnBranchesAsync(this GradingDbContext db, Viewer viewer, int roundId, CancellationToken cancellationToken) => db.Participants
        .Where(participant => participant.RoundId == roundId && participant.Branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null))
        .Select(participant => participant.Id).ToHashSetAsync(cancellationToken);

    /// <summary>Refuses to let the secretary of a branch settle something about it.</summary>
    /// <exception cref="RuleViolationException">The viewer leads the branch.</exception>
    public static async Task RequireOtherThanOwnAsync(this GradingDbContext db, Viewer viewer, int roundId, int participantId, CancellationToken cancellationToken)
    {
        if ((await db.OwnBranchesAsync(viewer, roundId, cancellationToken)).Contains(participantId))
            throw new RuleViolationException("您是这个支部的书记，请由其他人员办理（回避）。");
    }
}
