using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Exports;

/// <summary>结果运用清单: a sheet of branches that may be recommended, one of persons barred.</summary>
public static class ConsequenceTables
{
    private static readonly TableColumn[] Branches = [new("二级党组织", 30), new("党支部", 36)];

    public static IEnumerable<Table> Of(IReadOnlyList<ConsequenceRow> recommendable, IReadOnlyList<ConsequenceRow> barred) =>
    [
        new("可推荐先进党支部", Branches, [.. recommendable.Select(row => (IReadOnlyList<object?>)[row.Committee, row.Branch])]),
        new(
            "D级支部限制",
            [.. Branches, new("姓名", 12), new("工号或学号", 16), new("职务", 10), new("限制", 30), new("开始", 14), new("结束", 14)],
            [.. barred.Select(row => (IReadOnlyList<object?>)
                [row.Committee, row.Branch, row.Consequence!.PersonName, row.StaffNumber, row.Post?.Word(), row.Consequence.Kind.Word(), $"{row.Consequence.From:yyyy-MM-dd}", $"{row.Consequence.To:yyyy-MM-dd}"])]),
    ];
}
