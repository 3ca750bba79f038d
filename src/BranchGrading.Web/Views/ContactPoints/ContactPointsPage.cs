using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.ContactPoints;

/// <summary>联系点 of a committee in a year.</summary>
public sealed record ContactPointsPage(CommitteeYear Unit, IReadOnlyList<ContactLine> Lines, ContactPointsForm Form)
{
    public string Address => $"{Unit.Address}/contact-points";

    public int Named => Lines.Count(line => line is { IsPresent: true, Leader: not null });

    public int Present => Lines.Count(line => line.IsPresent);

    /// <summary>Branches for which plan or review name a leader and no contact point is set.</summary>
    public int Suggested => Lines.Count(line => line is { IsPresent: true, Leader: null, Suggested: not null });

    public ContactLine LineOf(ContactLineForm line) => Lines.First(known => known.BranchId == line.BranchId);

    /// <summary>Branches by leader, for reading.</summary>
    public IEnumerable<IGrouping<string, ContactLine>> ByLeader => Lines.Where(line => line.Leader is not null).GroupBy(line => line.Leader!);
}
