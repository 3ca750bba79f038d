using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Imports;

/// <summary>整改事项: the items of plans that are still drafts.</summary>
public sealed class PlanItemsImport(GradingDbContext db) : IImport
{
    public string Kind => "rectification";

    public string Title => "导入整改事项";

    public string Purpose => "把表格里的整改事项写进各支部的整改提升计划。还没有计划的，会新建一份草稿；已经提交的计划不会改动。";

    public IReadOnlyList<ImportColumn> Columns => PlanItemColumns.All;

    public IReadOnlyList<IReadOnlyList<string>> Examples { get; } =
    [
        ["材料学院党委", "材料学院教工第一党支部", "组织生活不经常，全年只开过三次支部大会", "每季度召开一次支部大会，年初排定时间，会后两天内交记录", "王强", "李院长", "2012-09-30", "B"],
        ["", "材料学院教工第一党支部", "党员联系群众不够", "每名党员联系两名青年教师，每学期谈话两次", "赵敏", "", "2012-12-31", "B"],
    ];

    public IReadOnlyList<string> Notes { get; } =
    [
        "一行一个事项；支部和「存在的主要问题」都相同的，算同一个事项，会按表修改，不会重复添加。",
        "表里没有的事项不动，不会删除。",
        "「整改措施、责任人、联系领导、完成时限、目标等级」可以先空着，提交计划以前补齐；表里有这一列而空着的，会把原来的内容清空。",
        "整改台账里导出的事项，改好后可以直接导入。",
    ];

    public AuditEvent Event => AuditEvent.PlanItemsImported;

    public bool NeedsRound => true;

    public string AddressAfter(int? roundId) => $"/rounds/{roundId}/rectification";

    public async Task<ImportReport> RunAsync(ImportTable table, ImportContext context, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(context.Viewer, context.RoundId!.Value, cancellationToken) is not { IsOpened: true } round)
            throw new RuleViolationException("本年度还没有开始，不能导入整改事项。");
        var pass = new PlanItemsPass(db, context, await PlanItemsLookup.LoadAsync(db, round, context.Viewer, cancellationToken));
        return new ImportReport(table.Rows.Select(row => pass.Take(new RowReport(row, table.Has))).ToList(), table.IgnoredColumns);
    }
}
