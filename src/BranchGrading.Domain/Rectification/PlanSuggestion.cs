using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Rectification;

/// <summary>An item that a plan could have, put together from what was written down already.</summary>
/// <param name="Key">Tells it from the others of its branch.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Mark">The words by which an item made from it is known again, also after its problem was written differently around them.</param>
public sealed record PlanSuggestion(
    string Key, PlanItemOrigin Origin, string Mark, string Problem, string Measure, string ResponsiblePerson, DateOnly? DueOn, Grade? TargetGrade)
{
    /// <summary>Whether a plan has an item made from it.</summary>
    public bool IsIn(ImprovementPlan plan) =>
        plan.Items.Any(item => item.Origin == Origin && (Mark.Length == 0 || item.Problem.Contains(Mark, StringComparison.Ordinal)));
}
