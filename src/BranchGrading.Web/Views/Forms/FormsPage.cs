using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Forms;

/// <summary>The forms that an account may fetch: the department the school's and all committees', an officer the own.</summary>
public sealed record FormsPage(GradingRound Round, bool IsSchool, IReadOnlyList<FormsPage.Unit> Committees)
{
    /// <summary>Forms can be made from the first review on.</summary>
    public bool CanExport => Committees.Any(committee => committee.Reviewed > 0);

    public bool IsPublished => Round.Publication is not null;

    public int Branches => Committees.Sum(committee => committee.Branches);

    public int Reviewed => Committees.Sum(committee => committee.Reviewed);

    public sealed record Unit(int Id, string Name, int Branches, int Reviewed);
}
