namespace BranchGrading.Browser.Tests;

/// <summary>The numbers that stand in the addresses of a <see cref="YearSchool"/>.</summary>
internal sealed record YearNumbers(int Round, IReadOnlyDictionary<string, int> Committees, IReadOnlyDictionary<string, int> Branches, IReadOnlyDictionary<string, int> Participants);
