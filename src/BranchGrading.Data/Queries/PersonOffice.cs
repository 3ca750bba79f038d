using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>An office that a person holds or held.</summary>
public sealed record PersonOffice(Post Post, string Unit, bool IsCurrent);
