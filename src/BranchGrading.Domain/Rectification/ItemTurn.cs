namespace BranchGrading.Domain.Rectification;

/// <summary>A day on which an item was accepted (销号), or opened again after a relapse.</summary>
public readonly record struct ItemTurn(DateOnly On, bool IsAccepted);
