namespace BranchGrading.Domain.Grading;

/// <summary>学校决定: a grade the department decides, with its reason (§3.7).</summary>
public sealed record GradeDecision(Grade Grade, string Reason);
