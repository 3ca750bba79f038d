namespace BranchGrading.Domain;

/// <summary>A rule of the school says no; the message is meant for the user, in Chinese, and says why.</summary>
public sealed class RuleViolationException(string message) : Exception(message);
