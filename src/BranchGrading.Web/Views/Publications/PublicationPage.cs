using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publications;

/// <summary>What stands against publication, or what was published and when it becomes final.</summary>
public sealed record PublicationPage(GradingRound Round, PublicationForm Form, GradingResult Result, IReadOnlyDictionary<Grade, int> Counts, IReadOnlyList<GradingProblem> Problems)
{
    /// <summary>A级上限: as published once it is.</summary>
    public int Places => Round.Publication?.Places ?? Result.Places;
}
