using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Exports;

/// <summary>党组织变动 as a list.</summary>
public static class ChangeTable
{
    public static Table Of(IEnumerable<OrganisationChange> changes) => new(
        "党组织变动",
        [new("日期", 14, IsNumber: false), new("种类", 12, IsNumber: false), new("变动前", 44, IsNumber: false), new("变动后", 44, IsNumber: false), new("文号", 24, IsNumber: false), new("说明", 40, IsNumber: false), new("登记人", 12, IsNumber: false)],
        [.. changes.Select(change => (IReadOnlyList<object?>)
        [
            change.On.ToString("yyyy-MM-dd"), change.Kind.Word(), Side(change.Kind, change.Before), Side(change.Kind, change.After), change.DocumentNumber, change.Note, change.RecordedBy,
        ])]);

    private static string Side(OrganisationChangeKind kind, IEnumerable<ChangedBranch> branches) => string.Join('、', branches.Select(branch =>
        $"{branch.CommitteeName} {branch.Name}{(kind == OrganisationChangeKind.SecretaryChange ? $"：{branch.PersonName ?? "空缺"}" : "")}"));
}
