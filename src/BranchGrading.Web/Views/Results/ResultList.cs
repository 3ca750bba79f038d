using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Results;

/// <summary>The published grades of a year that the viewer may see.</summary>
public sealed record ResultList(int Year, IReadOnlyList<int> Years, IReadOnlyList<ResultRow> Rows, Pager Pager)
{
    /// <summary>The round of that year; null where none is published.</summary>
    public int? RoundId { get; init; }
}
