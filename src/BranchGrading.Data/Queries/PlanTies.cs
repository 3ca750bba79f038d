using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>
/// What ties a viewer to a branch's plan. While the round is not final the committee that the branch had at the opening acts on it, afterwards the one that it has now (§1).
/// </summary>
/// <param name="Leads">Whether the viewer leads the branch now.</param>
/// <param name="OfOldCommittee">Whether the viewer is an officer of the committee at the opening.</param>
/// <param name="OfPresentCommittee">Whether the viewer is an officer of the branch's committee now.</param>
/// <param name="OldHasOther">Whether the committee at the opening has an officer who does not lead the branch.</param>
/// <param name="PresentHasOther">Whether the present committee has one.</param>
/// <param name="OldKind">The kind of the committee at the opening.</param>
/// <param name="PresentKind">The kind of the present committee.</param>
/// <param name="IsFinal">Whether the round is final.</param>
public sealed record PlanTies(
    bool Leads, bool OfOldCommittee, bool OfPresentCommittee, bool OldHasOther, bool PresentHasOther, CommitteeKind OldKind, CommitteeKind PresentKind, bool IsFinal)
{
    /// <summary>直属党支部: the department acts in place of a committee.</summary>
    public bool IsDirect => (IsFinal ? PresentKind : OldKind) == CommitteeKind.DirectBranch;

    private bool IsOfficer => IsFinal ? OfPresentCommittee : OfOldCommittee;

    private bool HasOtherOfficer => IsFinal ? PresentHasOther : OldHasOther;

    /// <summary>Whether the viewer writes the plan: as the secretary, or as officer for the branch (代填).</summary>
    public bool MayFill(Viewer viewer) => viewer.IsSecretary && Leads || viewer.IsOfficer && IsOfficer;

    /// <summary>代填: the viewer writes it for the branch.</summary>
    public bool IsOnBehalf(Viewer viewer) => MayFill(viewer) && !(viewer.IsSecretary && Leads);

    /// <summary>Whether the viewer approves and accepts: an officer who does not lead the branch; the department where there is none, and for a 直属党支部 (回避).</summary>
    public bool MayAct(Viewer viewer) => !Leads && (!IsDirect && viewer.IsOfficer && IsOfficer || viewer.IsDepartment && (IsDirect || !HasOtherOfficer));

    /// <summary>回避: the viewer would act for the committee, but leads the branch.</summary>
    public bool IsBarred(Viewer viewer) => !IsDirect && Leads && viewer.IsOfficer && IsOfficer;

    /// <summary>Whether the department acts.</summary>
    public bool IsDepartments => IsDirect || !HasOtherOfficer;

    /// <summary>Whether the viewer may read what the branch filled in in the round: working papers stay with the committee of the opening.</summary>
    public bool SeesPapers(Viewer viewer) => viewer.SeesSchool || viewer.IsSecretary && Leads || viewer.IsOfficer && (OfOldCommittee || OldKind == CommitteeKind.DirectBranch && Leads);

    /// <summary>Whether the viewer may read the review before publication.</summary>
    public bool SeesReview(Viewer viewer) => viewer.SeesSchool || viewer.IsOfficer && (OfOldCommittee || OldKind == CommitteeKind.DirectBranch && Leads);
}
