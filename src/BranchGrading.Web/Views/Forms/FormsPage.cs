using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Forms;

/// <summary>The forms that an account may fetch: the department the school's and all committees', an officer the own.</summary>
public sealed record FormsPage(GradingRound Round, bool IsSchool, IReadOnlyList<FormsPage.Unit> Committees)
{
    /// <summary>Forms can be made from the first saved review on, completed or not.</summary>
    public bool CanExport => Committees.Any(committee => committee.Branches.Any(branch => branch.HasReview));

    public bool IsPublished => Round.Publication is not null;

    /// <summary>A committee reads the school's grades once they are published.</summary>
    public bool ShowsSchoolGrade => IsSchool || IsPublished;

    public int Branches => Committees.Sum(committee => committee.Branches.Count);

    public int Reviewed => Committees.Sum(committee => committee.Reviewed);

    public Unit? Committee(int id) => Committees.FirstOrDefault(committee => committee.Id == id);

    public Branch? BranchOf(int participantId) => Committees.SelectMany(committee => committee.Branches).FirstOrDefault(branch => branch.ParticipantId == participantId);

    /// <exception cref="RuleViolationException">There is nothing to make forms of yet.</exception>
    public void RequireExport()
    {
        if (!CanExport)
            throw new RuleViolationException("要有第一份初评结果，才能生成报表。");
    }

    public sealed record Unit(int Id, string Name, IReadOnlyList<Branch> Branches)
    {
        public int Reviewed => Branches.Count(branch => branch.IsReviewed);
    }

    public sealed record Branch(int ParticipantId, string Name, bool HasReview, bool IsReviewed);
}
