namespace BranchGrading.Domain.Organisation;

/// <summary>What is told of a change besides its branches: the day, the document, a note; who records it, when, and which day that is in the school.</summary>
public sealed record ChangeRecord(DateOnly On, string? DocumentNumber, string? Note, string By, DateTime At, DateOnly Today);
