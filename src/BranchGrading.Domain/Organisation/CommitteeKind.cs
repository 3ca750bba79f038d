namespace BranchGrading.Domain.Organisation;

/// <summary>党组织类别: what a second-level party organisation is.</summary>
public enum CommitteeKind
{
    /// <summary>基层党委</summary>
    PartyCommittee,

    /// <summary>党总支</summary>
    GeneralBranch,

    /// <summary>直属党支部: its one branch is the organisation itself.</summary>
    DirectBranch,
}
