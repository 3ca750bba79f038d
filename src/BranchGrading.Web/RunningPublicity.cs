using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web;

/// <summary>The round whose grades are published and not final, for the navigation; asked for once a request.</summary>
public sealed class RunningPublicity(GradingDbContext db)
{
    private GradingRound? _round;
    private bool _isRead;

    public async Task<GradingRound?> RoundAsync(CancellationToken cancellationToken)
    {
        if (!_isRead)
            (_round, _isRead) = (await db.PublishedRoundAsync(cancellationToken), true);
        return _round;
    }

    /// <summary>How many objections wait for an answer.</summary>
    public async Task<int> OpenAsync(CancellationToken cancellationToken) => await RoundAsync(cancellationToken) is { } round
        ? await db.Objections.CountAsync(objection => objection.RoundId == round.Id && objection.AnsweredAt == null, cancellationToken)
        : 0;
}
