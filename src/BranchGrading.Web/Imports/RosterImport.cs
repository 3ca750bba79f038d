using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Imports.Reading;
using static BranchGrading.Web.Imports.RosterColumns;

namespace BranchGrading.Web.Imports;

/// <summary>党组织名册: committees, branches, secretaries and organisers as the department keeps them.</summary>
public sealed class RosterImport(GradingDbContext db) : IImport
{
    public string Kind => "roster";

    public string Title => "导入党组织名册";

    public string Purpose => "从 Excel 带入二级党组织、支部、书记和人数。可以反复导入：没有变化的行什么也不会改。";

    public IReadOnlyList<ImportColumn> Columns => All;

    public IReadOnlyList<IReadOnlyList<string>> Examples { get; } =
    [
        ["材料学院党委", "D01", "基层党委", "材料学院教工第一党支部", "教师", "Z0001", "周慧敏", "13800000001", "2023-06", "23", "2", "", "2001-09", "2024-10", "20010231", "", "系主任", "3", "王静", "13800000002", "", "19980077"],
        ["图书馆直属党支部", "D09", "直属党支部", "图书馆直属党支部", "教辅", "Z0090", "钱文", "13800000003", "2022-03", "", "", "29", "1998-07", "2023-05", "", "", "", "", "", "", "", ""],
    ];

    public IReadOnlyList<string> Notes { get; } =
    [
        "列的先后可以变，多余的列会被忽略；表头上面可以有标题行，下面可以有签字行。",
        "二级党组织相同的几行可以合并单元格，或只写第一行。",
        "名册里没有写到的支部不会被删除；撤销、合并、拆分和调整隶属请到「组织」的「变动」办理。",
        "按编号找到的支部换了名称、书记换了人的，同时记入变动，日期用任职时间或今天；有文号的请到「变动」登记。",
    ];

    public AuditEvent Event => AuditEvent.RosterImported;

    public bool NeedsRound => false;

    public string AddressAfter(int? roundId) => "/committees";

    public async Task<ImportReport> RunAsync(ImportTable table, ImportContext context, CancellationToken cancellationToken)
    {
        var pass = new RosterPass(db, await OrganisationLookup.LoadAsync(db, cancellationToken), await db.LastChangesAsync(cancellationToken), context);
        var rows = table.Rows.Select(row => pass.Take(new RowReport(row, table.Has))).ToList();
        return new ImportReport(rows, table.IgnoredColumns);
    }
}
