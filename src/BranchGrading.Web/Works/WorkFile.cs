namespace BranchGrading.Web.Works;

/// <summary>A file that a long work made.</summary>
public sealed record WorkFile(byte[] Content, string ContentType, string Name);
