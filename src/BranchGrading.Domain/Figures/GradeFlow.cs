using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Figures;

/// <summary>等级流向: so many branches went from one grade to another; nothing on either side is no grade in that year.</summary>
public sealed record GradeFlow(Grade? From, Grade? To, int Count);
