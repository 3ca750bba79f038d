using BranchGrading.Web.Accounts;
using BranchGrading.Web.Works;

namespace BranchGrading.Web.Views.Accounts;

/// <summary>For whom accounts would be made, who cannot get one yet, and what was made within the last hour.</summary>
public sealed record RosterPage(IReadOnlyList<RosterLine> Lines, IReadOnlyList<Work> Earlier)
{
    public IReadOnlyList<RosterLine> New { get; } = Lines.Where(line => line is { Problem: null, AccountId: null }).ToList();

    public IReadOnlyList<RosterLine> Lacking { get; } = Lines.Where(line => line is { Problem: null, AccountId: not null }).ToList();

    public IReadOnlyList<RosterLine> Problems { get; } = Lines.Where(line => line.Problem is not null).ToList();

    public bool MayMake => New.Count + Lacking.Count > 0;
}
