namespace BranchGrading.Domain.Grading;

/// <summary>A branch at A with the four numbers by which the A-cap ranks it (§3.5d).</summary>
public readonly record struct CapEntry(
    int ParticipantId, decimal Composite, decimal MassSatisfaction, decimal MemberSatisfaction, decimal Superior);
