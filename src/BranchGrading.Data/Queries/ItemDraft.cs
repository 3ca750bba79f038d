using BranchGrading.Domain.Standards;

namespace BranchGrading.Data.Queries;

/// <summary>What was typed for one item, and the version it was read at; an empty one where nothing was saved yet.</summary>
public sealed record ItemDraft(int ItemId, ItemAnswer Answer, bool Vetoed, string? Note, Guid Version);
