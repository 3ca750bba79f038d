namespace BranchGrading.Domain.Figures;

/// <summary>一个分数段: the lower end belongs to it, the upper one to the next; 100 belongs to the last.</summary>
public sealed record ScoreBin(int From, int To, int Count);
