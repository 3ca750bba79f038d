namespace BranchGrading.Web.Views.Home;

/// <summary>Something about plans that waits for whoever signed in.</summary>
public sealed record PlanTask(string Address, string Name, string Kind, string Icon, string State, string More);
