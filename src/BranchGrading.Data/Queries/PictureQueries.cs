using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads what the pictures of a round are drawn from.</summary>
public static class PictureQueries
{
    /// <summary>Every branch of a round with grade and scores, in display order: computed before publication, in effect after it.</summary>
    public static async Task<List<PictureRow>> PictureRowsAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken)
    {
        var sheet = await db.SheetAsync(round, cancellationToken);
        return sheet.Rows.Select(row => new PictureRow(
            row.Participant.Id, row.Participant.BranchName, row.Participant.CommitteeId, row.Participant.CommitteeName, row.Participant.BranchType,
            row.Result.Grade, row.Result.SelfScore, row.Result.Superior, row.Result.Composite, row.Result.PreviousGrade)).ToList();
    }

    /// <summary>The years before a round, imported or final, with their grades, and the round itself as it stands; earliest first.</summary>
    /// <param name="grades">The grades of the round's own branches.</param>
    public static async Task<IReadOnlyList<YearShare>> YearSharesAsync(this GradingDbContext db, GradingRound round, IEnumerable<Grade?> grades, CancellationToken cancellationToken)
    {
        var earlier = await db.YearGradesAsync(year => year < round.Year, cancellationToken);
        var state = round.Stage switch
        {
            RoundStage.Final => YearState.Settled,
            RoundStage.Published => YearState.Published,
            _ => YearState.Computed,
        };
        return
        [
            .. earlier.GroupBy(grade => grade.Year).OrderBy(year => year.Key).Select(year => new YearShare(year.Key, GradeCounts.Of(year.Select(grade => (Grade?)grade.Grade)), YearState.Settled)),
            new YearShare(round.Year, GradeCounts.Of(grades), state),
        ];
    }
}
