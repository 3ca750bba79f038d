using BranchGrading.Domain.Standards;

namespace BranchGrading.Data.Queries;

/// <summary>What the school filled in for one item: an answer, or a veto, with the reason.</summary>
public sealed record RescoreEntry(int ItemId, ItemAnswer Answer, bool Vetoed, string? Note);
