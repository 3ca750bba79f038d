using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Plans;

/// <summary>The list of plans as it is narrowed down, one page of it.</summary>
public sealed record PlanList(PlanFilter Filter, IReadOnlyList<int> Years, IReadOnlyList<PlanRow> All, IReadOnlyList<PlanRow> Found, Pager Pager, DateOnly Today, Viewer Viewer)
{
    public const int PageSize = 50;

    public IEnumerable<PlanRow> Rows => Found.Skip(Pager.Skip).Take(PageSize);

    public IReadOnlyList<(int Id, string Name)> Committees => [.. All.Select(row => (row.CommitteeId, row.CommitteeName)).DistinctBy(row => row.CommitteeId)];

    public int CountOf(PlanShow? show) => All.Count(row => Filter.Matches(row) && (show is null || PlanFilter.Shows(show.Value, row)));

    public static PlanList Of(PlanFilter filter, IReadOnlyList<int> years, IReadOnlyList<PlanRow> all, int? page, DateOnly today, Viewer viewer, HttpRequest request)
    {
        var found = all.Where(row => filter.Matches(row) && (filter.Show is null || PlanFilter.Shows(filter.Show.Value, row))).ToList();
        return new PlanList(filter, years, all, found, Pager.Of(page, PageSize, found.Count, request), today, viewer);
    }
}
