using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Participants;

/// <summary>A branch in the list of participants; without a participant's id before the round is opened.</summary>
public sealed record ParticipantRow(int BranchId, int? ParticipantId, string Branch, string Committee, BranchType Type, string? Secretary, int FullMembers, int ProbationaryMembers, string? AddedReason)
{
    public bool Matches(string text) => Branch.Contains(text, StringComparison.OrdinalIgnoreCase)
        || Committee.Contains(text, StringComparison.OrdinalIgnoreCase)
        || Secretary?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
