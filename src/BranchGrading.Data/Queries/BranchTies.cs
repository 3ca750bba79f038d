namespace BranchGrading.Data.Queries;

/// <summary>What ties a viewer to a branch: leads it now, is an officer of its committee in the round, and whether the committee has an officer who does not lead it.</summary>
public sealed record BranchTies(bool Leads, bool IsOfficer, bool HasOtherOfficer);
