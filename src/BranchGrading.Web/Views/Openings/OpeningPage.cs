using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Openings;

/// <summary>What will be frozen when the round is opened.</summary>
public sealed record OpeningPage(GradingRound Round, IReadOnlyDictionary<BranchType, int> Types, IReadOnlyList<string> WithoutSecretary, int WithPastGrade);
