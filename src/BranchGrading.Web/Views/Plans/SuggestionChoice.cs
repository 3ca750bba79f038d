using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>Suggestions to tick, in a form's field of that name.</summary>
public sealed record SuggestionChoice(IReadOnlyList<PlanSuggestion> Suggestions, IReadOnlyCollection<string> Chosen, string Name);
