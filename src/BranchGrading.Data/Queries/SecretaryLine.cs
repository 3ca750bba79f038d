using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>A secretary in a branch, with what trainings there were.</summary>
public sealed record SecretaryLine(int PersonId, string Name, string? StaffNumber, int BranchId, string Branch, int CommitteeId, SecretaryTraining Training, string? RotationTitle);
