using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>What is there for one branch of a round.</summary>
public sealed record BranchProgress(
    int ParticipantId, int BranchId, int CommitteeId, string CommitteeName, CommitteeKind CommitteeKind, string BranchName, BranchType Type, string? Secretary,
    decimal? SelfScore, decimal? ReviewScore, bool Vetoed, BallotCount? Members, BallotCount? Masses)
{
    /// <summary>How far the branch has come.</summary>
    public required BranchStage Stage { get; init; }

    /// <summary>Whether the committee's report with it is up.</summary>
    public bool IsReported { get; init; }

    /// <summary>A 直属党支部 that has reported: its item scores are the department's to give (§2.3).</summary>
    public bool WaitsForDepartment => CommitteeKind == CommitteeKind.DirectBranch && IsReported && SelfScore is not null && ReviewScore is null;

    public bool HasMemberVote => Members is { Valid: > 0 };

    public bool HasMassVote => Masses is { Valid: > 0 };

    public bool IsComplete => SelfScore is not null && ReviewScore is not null && HasMemberVote && HasMassVote;

    /// <summary>What is missing, in the order it is worked on.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (SelfScore is null)
                yield return "自评得分";
            if (ReviewScore is null)
                yield return "初评得分";
            if (!HasMemberVote)
                yield return "党员测评";
            if (!HasMassVote)
                yield return "群众测评";
        }
    }
}
