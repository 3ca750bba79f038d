using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.People;

/// <summary>The person that was found or is new; or the namesakes to choose among; or why it cannot be.</summary>
public sealed record PersonMatch(Person? Person, IReadOnlyList<Person> Namesakes, string? Refusal);
