using BranchGrading.Data.Mail;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A branch on its way to its self-assessment, or a committee on its way to its report or to handing in its forms.</summary>
/// <param name="CommitteeId">The committee, or that of the branch.</param>
/// <param name="CommitteeName">Its name, as frozen in the round.</param>
/// <param name="ParticipantId">The branch; null for a committee.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Pace">Where it stands against its deadline.</param>
/// <param name="Deadline">The first moment that is too late, extensions considered.</param>
/// <param name="Kind">Which of the deadlines.</param>
public sealed record PaceRow(int CommitteeId, string CommitteeName, int? ParticipantId, string Name, Pace Pace, DateTime Deadline, DeadlineKind Kind)
{
    /// <summary>So many parts are done: what is filled in of a self-assessment, the branches reviewed of a committee, what a hand-in needs.</summary>
    public required int Done { get; init; }

    public required int All { get; init; }

    /// <summary>Whether anything at all is there.</summary>
    public required bool HasBegun { get; init; }

    /// <summary>It came back and was not handed in again.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether it has longer than the others.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Who is asked to do it: the secretaries, or the officers.</summary>
    public IReadOnlyList<MailRecipient> People { get; init; } = [];

    /// <summary>The branch, or the committee.</summary>
    public int UnitId => ParticipantId ?? CommitteeId;

    public bool IsCommittee => Kind != DeadlineKind.SelfAssessment;

    /// <summary>What waits, as mails and lists call it.</summary>
    public static string MatterOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.SelfAssessment => "支部自我评价",
        DeadlineKind.HandIn => "附表4、附表5报送",
        _ => "初评意见报告",
    };

    /// <summary>The page where it is done.</summary>
    public string PathIn(int roundId) => Kind switch
    {
        DeadlineKind.SelfAssessment => $"/assessments/{ParticipantId}",
        DeadlineKind.HandIn => $"/rounds/{roundId}/hand-ins/{CommitteeId}",
        _ => $"/rounds/{roundId}/reports/{CommitteeId}",
    };
}
