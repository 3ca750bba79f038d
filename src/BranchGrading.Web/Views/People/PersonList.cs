using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.People;

/// <summary>A page of the people that a search finds.</summary>
public sealed record PersonList(string? Query, IReadOnlyList<PersonList.Row> Rows, Pager Pager)
{
    public sealed record Row(int Id, string Name, string? StaffNumber, string? Phone, IReadOnlyList<Office> Offices, bool HasAccount);

    public sealed record Office(string Unit, Post Post);
}
