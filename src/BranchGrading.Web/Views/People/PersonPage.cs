using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.People;

/// <summary>A person with the offices held and the account.</summary>
public sealed record PersonPage(int Id, string Name, string? StaffNumber, string? Phone, string? Email, IReadOnlyList<PersonPage.Office> Offices, PersonPage.AccountLine? Account)
{
    public IEnumerable<Office> Current => Offices.Where(office => office.To is null);

    public IEnumerable<Office> Former => Offices.Where(office => office.To is not null);

    public sealed record Office(int TermId, Post Post, int? BranchId, int CommitteeId, string Committee, string? Branch, DateOnly? From, DateOnly? To, string? ConcurrentPost)
    {
        public string Unit => Branch ?? Committee;

        public string Address => BranchId is { } branch ? $"/branches/{branch}" : $"/committees/{CommitteeId}";
    }

    public sealed record AccountLine(int Id, string UserName, bool IsDisabled, bool IsInCare);
}
