namespace BranchGrading.Web.Attachments;

/// <summary>A file is not taken in; the message names it and tells the user why and what to do.</summary>
public sealed class RefusedFileException(string message) : Exception(message);
