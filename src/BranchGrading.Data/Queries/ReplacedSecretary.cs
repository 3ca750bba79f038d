using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>A branch graded D with what became of its secretary.</summary>
public sealed record ReplacedSecretary(int CommitteeId, int ParticipantId, int BranchId, string Branch, SecretaryReplacement Replacement);
