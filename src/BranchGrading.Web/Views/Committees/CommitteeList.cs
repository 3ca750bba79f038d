using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Committees;

/// <summary>The committees in sight, and the branches in sight of other committees (those that the viewer leads).</summary>
public sealed record CommitteeList(IReadOnlyList<CommitteeList.Row> Committees, IReadOnlyList<BranchRow> OwnBranches, bool MayKeep)
{
    /// <summary>How many things are worth looking at.</summary>
    public int Warnings { get; init; }

    /// <summary>Whether the viewer reads the changes of the whole school.</summary>
    public bool SeesChanges { get; init; }

    public int Branches => Committees.Sum(committee => committee.Branches);

    public int Members => Committees.Sum(committee => committee.Members);

    public int WithoutOfficer => Committees.Count(committee => committee.Officers.Count == 0);

    public sealed record Row(int Id, string Name, CommitteeKind Kind, string? Code, int Branches, int Members)
    {
        public IReadOnlyList<string> Officers { get; init; } = [];
    }
}
