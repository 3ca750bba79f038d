namespace BranchGrading.Data.Queries;

/// <summary>What became of a reminder.</summary>
/// <param name="Written">So many mails are in the outbox now.</param>
/// <param name="Already">So many people were reminded today before.</param>
/// <param name="WithoutAddress">Who has no e-mail address.</param>
/// <param name="WithoutPerson">The units for which nobody is in office.</param>
public sealed record ReminderResult(int Written, int Already, IReadOnlyList<string> WithoutAddress, IReadOnlyList<string> WithoutPerson);
