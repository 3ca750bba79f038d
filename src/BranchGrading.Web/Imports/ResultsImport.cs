using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>评分结果: scores and votes that committees worked out on paper, into a round.</summary>
public sealed class ResultsImport(GradingDbContext db) : IImport
{
    public string Kind => "results";

    public string Title => "导入评分结果";

    public string Purpose => "带入在纸上完成的自评、初评得分和两项测评的票数，标为「来自纸质」。表里有的列以表为准，没有的列不动。";

    public IReadOnlyList<ImportColumn> Columns => ResultColumns.All;

    public IReadOnlyList<IReadOnlyList<string>> Examples { get; } =
    [
        ["材料学院党委", "材料学院教工第一党支部", "92.5", "90", "", "22", "22", "21", "20", "15", "4", "1", "0", "", "40", "38", "37", "30", "6", "1", "0", "否", "同意自评意见。", "A"],
    ];

    public IReadOnlyList<string> Notes { get; } =
    [
        "有效 = 好 + 较好 + 一般 + 差，且 有效 ≤ 收回 ≤ 发出，否则这一行不能写入。",
        "一项测评的八列全空表示没有进行；只填一部分是错误（群众-应到可以不填）。",
        "学校评分只能由党委组织部导入。",
    ];

    public AuditEvent Event => AuditEvent.ResultsImported;

    public bool NeedsRound => true;

    public string AddressAfter(int? roundId) => $"/rounds/{roundId}";

    public async Task<ImportReport> RunAsync(ImportTable table, ImportContext context, CancellationToken cancellationToken)
    {
        var round = await db.FindRoundAsync(context.Viewer, context.RoundId!.Value, cancellationToken) ?? throw new RuleViolationException("没有这个年度。");
        round.RequireOpen();
        if (!context.Viewer.IsDepartment && context.Now >= round.Deadlines.Report)
            throw new RuleViolationException("初评意见报告的截止时间已过，只能查看；确有需要请联系党委组织部。");
        var pass = new ResultsPass(db, context, await ResultsLookup.LoadAsync(db, round, context.Viewer, cancellationToken));
        return new ImportReport(table.Rows.Select(row => pass.Take(new RowReport(row, table.Has))).ToList(), table.IgnoredColumns);
    }

    public async Task VerifyAsync(ImportContext context, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == context.RoundId, cancellationToken);
        if (DecisionRules.WhyNot(await db.GradeAsync(round, cancellationToken)) is { } why)
            throw new RuleViolationException(context.Viewer.IsDepartment ? $"没有写入：{why}" : "没有写入：与学校的评定冲突，请联系党委组织部。");
    }
}
