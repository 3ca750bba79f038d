namespace BranchGrading.Web.Views.Standards;

/// <summary>The buttons that move a head or an item up and down.</summary>
public sealed record MoveButtons(string Address, string Name, bool CanMoveUp, bool CanMoveDown);
