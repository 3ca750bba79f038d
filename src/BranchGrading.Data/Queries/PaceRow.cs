using BranchGrading.Data.Mail;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A branch on its way to its self-assessment, or a committee on its way to its report.</summary>
/// <param name="CommitteeId">The committee, or that of the branch.</param>
/// <param name="CommitteeName">Its name, as frozen in the round.</param>
/// <param name="ParticipantId">The branch; null for a committee.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Pace">Where it stands against its deadline.</param>
/// <param name="Deadline">The first moment that is too late, extensions considered.</param>
public sealed record PaceRow(int CommitteeId, string CommitteeName, int? ParticipantId, string Name, Pace Pace, DateTime Deadline)
{
    /// <summary>So many parts are done: what is filled in of a self-assessment, the branches reviewed of a committee.</summary>
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

    public bool IsCommittee => ParticipantId is null;
}
