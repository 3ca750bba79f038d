namespace BranchGrading.Domain.Bulletins;

/// <summary>Whom a bulletin is for: who holds one of these roles and belongs to one of these committees.</summary>
/// <param name="Roles">The names of roles; at least one.</param>
/// <param name="Committees">The committees; none for all. Of a committee's own bulletin always none, as it is for that committee.</param>
public sealed record BulletinAudience(IReadOnlyCollection<string> Roles, IReadOnlyCollection<int> Committees);
