using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Views.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Exports;

/// <summary>What a round's archive tells of points: the standards that were applied, and what was given for every item.</summary>
public sealed class ScoreRecords(GradingDbContext db)
{
    private static readonly IReadOnlyList<TableColumn> StandardColumns =
    [
        new("指标", 16, IsNumber: false), new("项目", 24, IsNumber: false), new("分值", 8), new("计分方式", 28, IsNumber: false), new("情形和分值", 30, IsNumber: false),
        new("评分说明", 60, IsNumber: false), new("佐证材料", 28, IsNumber: false), new("不适用的支部类型", 18, IsNumber: false),
    ];

    private static readonly IReadOnlyList<TableColumn> ScoreColumns =
    [
        new("二级党组织", 28, IsNumber: false), new("党支部", 28, IsNumber: false), new("指标", 16, IsNumber: false), new("项目", 24, IsNumber: false),
        new("自评", 8), new("初评", 8), new("学校考评", 10), new("自评说明", 40, IsNumber: false), new("初评理由", 40, IsNumber: false), new("学校考评理由", 40, IsNumber: false),
    ];

    /// <summary>A sheet for every standard that a branch of the round is scored by, and the points item by item: of self-assessments that were handed in and reviews that were completed.</summary>
    public async Task<(IReadOnlyList<Table> Standards, IReadOnlyList<Table> Scores)> TablesAsync(GradingRound round, CancellationToken cancellationToken)
    {
        var branches = await db.ParticipantsAsync(round.Id, cancellationToken);
        var used = branches.Select(branch => branch.StandardId).Distinct().ToList();
        var standards = await db.Standards.WithItems().AsNoTracking().Where(standard => used.Contains(standard.Id)).OrderBy(standard => standard.Id).ToListAsync(cancellationToken);
        var given = (await db.ItemScores.AsNoTracking().Where(score => score.Participant.RoundId == round.Id
            && (score.Scorer == Scorer.Branch && db.SelfAssessments.Any(row => row.ParticipantId == score.ParticipantId && row.SubmittedAt != null)
                || score.Scorer == Scorer.Committee && db.Reviews.Any(row => row.ParticipantId == score.ParticipantId && row.CompletedAt != null)
                || score.Scorer == Scorer.School)).ToListAsync(cancellationToken)).ToLookup(score => (score.ParticipantId, score.ItemId));
        var items = standards.ToDictionary(standard => standard.Id, standard => standard.Heads.OrderBy(head => head.Order).SelectMany(head => head.Items.OrderBy(item => item.Order), (head, item) => (head, item)).ToList());
        return (
            [.. standards.Select((standard, index) => new Table(FormNames.Sheet(index + 1, standard.Name), StandardColumns, [.. items[standard.Id].Select(line => RowOf(line.head, line.item))]))],
            [new("逐项得分", ScoreColumns, [.. from branch in branches
                                           from line in items[branch.StandardId]
                                           let scores = given[(branch.Id, line.item.Id)]
                                           where scores.Any()
                                           select RowOf(branch, line.head, line.item, [.. scores])])]);
    }

    private static IReadOnlyList<object?> RowOf(StandardHead head, StandardItem item) =>
    [
        head.Name, item.Name, item.Method == ItemMethod.Veto ? null : item.MaxPoints, item.HowScored(), string.Join("；", item.Options.OrderBy(option => option.Order).Select(option => $"{option.Name}（{option.Points:0.##} 分）")),
        item.Guidance, item.RequiredEvidence, string.Join("、", item.NotApplicableTo.Select(type => type.Word())),
    ];

    private static IReadOnlyList<object?> RowOf(Participant branch, StandardHead head, StandardItem item, List<ItemScore> scores)
    {
        ItemScore? By(Scorer scorer) => scores.Find(score => score.Scorer == scorer);
        object? Points(Scorer scorer) => By(scorer) is not { } score ? null : score.Vetoed ? "一票否决" : ItemPoints.Of(item, score.Answer);
        return
        [
            branch.CommitteeName, branch.BranchName, head.Name, item.Name, Points(Scorer.Branch), Points(Scorer.Committee), Points(Scorer.School),
            By(Scorer.Branch)?.Note, By(Scorer.Committee)?.Note, By(Scorer.School)?.Note,
        ];
    }
}
