namespace BranchGrading.Domain.Organisation;

/// <summary>One thing worth looking at in a branch, in a sentence with its numbers.</summary>
public sealed record OrganisationWarning(OrganisationWarningKind Kind, string Text);
