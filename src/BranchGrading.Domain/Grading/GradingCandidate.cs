using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Grading;

/// <summary>A participant of a round with all that the rules read of it (§3); excluded branches are not candidates.</summary>
public sealed record GradingCandidate
{
    /// <summary>The participant's number in the round.</summary>
    public required int ParticipantId { get; init; }

    /// <summary>党支部名称 as frozen.</summary>
    public required string BranchName { get; init; }

    /// <summary>The frozen committee.</summary>
    public required int CommitteeId { get; init; }

    /// <summary>二级党组织名称 as frozen.</summary>
    public required string CommitteeName { get; init; }

    /// <summary>党组织编号, which settles equal fractions between committees (§3.6).</summary>
    public string? CommitteeCode { get; init; }

    /// <summary>The committee's place in the roster, which settles them where a code is missing (§3.6).</summary>
    public int CommitteeOrder { get; init; }

    /// <summary>支部类型 as frozen.</summary>
    public required BranchType Type { get; init; }

    /// <summary>自评得分, of 100.</summary>
    public decimal? SelfScore { get; init; }

    /// <summary>初评得分 of the committee, of 100.</summary>
    public decimal? ReviewScore { get; init; }

    /// <summary>学校评分 (re-score), of 100.</summary>
    public decimal? Rescore { get; init; }

    /// <summary>党员测评.</summary>
    public BallotCount? MemberBallots { get; init; }

    /// <summary>群众测评.</summary>
    public BallotCount? MassBallots { get; init; }

    /// <summary>Whether committee or school marked a veto (§3.1).</summary>
    public bool Vetoed { get; init; }

    /// <summary>Who marked it: 初评 or 学校考评.</summary>
    public string? VetoBy { get; init; }

    /// <summary>上年度等级: of the latest earlier year in which the branch was graded (§3.5c).</summary>
    public Grade? PreviousGrade { get; init; }

    /// <summary>The year of the previous grade.</summary>
    public int? PreviousYear { get; init; }

    /// <summary>前身: the branch whose grade the previous one is; null when it is the branch's own (§5).</summary>
    public string? Predecessor { get; init; }

    /// <summary>特批, where there is one (§3.5c).</summary>
    public LevelSkippingApproval? Approval { get; init; }

    /// <summary>学校决定, where there is one (§3.7).</summary>
    public GradeDecision? Decision { get; init; }
}
