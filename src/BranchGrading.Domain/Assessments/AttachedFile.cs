namespace BranchGrading.Domain.Assessments;

/// <summary>A file that was received, checked and laid down.</summary>
public sealed record AttachedFile(string Name, Guid StoredName, string Extension, long Size, string Sha256);
