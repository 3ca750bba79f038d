using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A branch that may be recommended, or a person of a D branch with what is barred.</summary>
public sealed record ConsequenceRow(string Committee, string Branch, Post? Post, string? StaffNumber, Consequence? Consequence);
