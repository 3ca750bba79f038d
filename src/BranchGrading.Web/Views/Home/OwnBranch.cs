using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Home;

/// <summary>A branch that its secretary sees on the start page.</summary>
public sealed record OwnBranch(int Id, string Name, string Committee, BranchType Type, int FullMembers, int ProbationaryMembers, int? LastYear, Grade? LastGrade, string? Organiser);
