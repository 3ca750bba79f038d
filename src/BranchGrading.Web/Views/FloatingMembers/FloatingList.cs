using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.FloatingMembers;

/// <summary>流动党员 in sight: by committee with coverage, and place by place.</summary>
public sealed record FloatingList(
    int? Committee, string? Host, IReadOnlyList<FloatingCommittee> Committees, IReadOnlyList<FloatingList.Row> Rows, Pager Pager)
{
    public FloatingCoverage Whole => new(Committees.Sum(committee => committee.Coverage.Members), Committees.Sum(committee => committee.Coverage.Settled));

    /// <summary>Only those who take part nowhere yet.</summary>
    public const string Open = "open";

    public sealed record Row(int BranchId, string Branch, string Committee, string Place, int Count, string? Host);
}
