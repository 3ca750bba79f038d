namespace BranchGrading.Domain.Grading;

/// <summary>Something that refuses an act or stands against publication, with the branches it concerns (§3.7).</summary>
public sealed record GradingProblem(string Text, IReadOnlyList<int> ParticipantIds);
