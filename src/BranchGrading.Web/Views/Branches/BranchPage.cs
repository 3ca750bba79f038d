using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Branches;

/// <summary>A branch: facts, offices held, grades by year.</summary>
public sealed record BranchPage(
    BranchPage.Facts Branch, IReadOnlyList<BranchPage.Office> Offices, IReadOnlyList<BranchPage.YearLine> Years, bool MayKeep, bool SeesCommittee)
{
    /// <summary>What is worth looking at; it stands in nobody's way.</summary>
    public IReadOnlyList<OrganisationWarning> Warnings { get; init; } = [];

    /// <summary>This year's 联系点: who of the committee's leaders is in contact with the branch.</summary>
    public string? ContactLeader { get; init; }

    public Office? Secretary => Offices.FirstOrDefault(office => office.To is null && office.Post == Post.Secretary);

    public IEnumerable<Office> Current => Offices.Where(office => office.To is null);

    public IEnumerable<Office> Former => Offices.Where(office => office.To is not null);

    public bool HasForms => Years.Any(year => year.FormAddress is not null);

    public sealed record Facts(
        int Id, string Name, BranchType Type, string? Code, int FullMembers, int ProbationaryMembers, int? CommitteeSize, DateOnly? Founded, DateOnly? Elected,
        bool IsActive, int CommitteeId, string CommitteeName);

    public sealed record Office(int TermId, int PersonId, string Name, string? Phone, Post Post, DateOnly? From, DateOnly? To, string? ConcurrentPost);

    /// <summary>A year in which the branch took part or was graded.</summary>
    public sealed record YearLine(int Year, string? NameThen, string? CommitteeThen, Grade? Grade, string? Note, bool IsImported)
    {
        /// <summary>Where its 附表3 is posted for; null where the viewer does not hand it out, or there is no review yet.</summary>
        public string? FormAddress { get; init; }
    }
}
