namespace BranchGrading.Domain.Rectification;

/// <summary>What still stands against handing a plan in: said in words, and the item that it is about; null for the plan as a whole.</summary>
public sealed record PlanGap(string Text, PlanItem? Item = null);
