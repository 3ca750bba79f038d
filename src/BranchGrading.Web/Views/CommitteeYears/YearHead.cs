using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>What the pages of a committee's year begin with: where one is, and the other pages.</summary>
public sealed record YearHead(CommitteeYear Unit, string? Tab)
{
    public static IReadOnlyList<(string? Path, string Name)> Tabs { get; } =
        [(null, "业绩考核"), ("work-plans", "工作方案"), ("contact-points", "联系点"), ("notes", "承诺和点评"), ("trainings", "书记培训")];

    public static IReadOnlyList<Breadcrumb> PathOf(CommitteeYear unit, bool isInside) =>
    [
        new("组织", "/committees"), new(unit.Committee.Name, $"/committees/{unit.Committee.Id}"),
        .. isInside ? [new Breadcrumb($"{unit.Year} 年工作", unit.Address)] : Array.Empty<Breadcrumb>(),
    ];

    public string AddressOf(string? path, int? year = null) => $"/committees/{Unit.Committee.Id}/years/{year ?? Unit.Year}{(path is null ? "" : "/" + path)}";
}
