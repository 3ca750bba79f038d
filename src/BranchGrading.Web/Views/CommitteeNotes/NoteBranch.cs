namespace BranchGrading.Web.Views.CommitteeNotes;

/// <summary>A branch that a note can be about.</summary>
public sealed record NoteBranch(int Id, string Name);
