using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Figures;

/// <summary>Where branches went between two years.</summary>
public static class Movement
{
    /// <summary>晋位, 保持, 下降, 新参评 or 未再参评.</summary>
    public static string Word(this Direction direction) => Words<Direction>.All[direction];

    /// <summary>The direction of one branch; null when it has a grade in neither year.</summary>
    public static Direction? Of(Grade? from, Grade? to) => (from, to) switch
    {
        (null, null) => null,
        (null, _) => Direction.New,
        (_, null) => Direction.Gone,
        ({ } before, { } after) => after.IsBetterThan(before) ? Direction.Risen : before.IsBetterThan(after) ? Direction.Fallen : Direction.Same,
    };

    /// <summary>The flows that there are, from the best grade to the worst, no grade last.</summary>
    public static IReadOnlyList<GradeFlow> Flows(IEnumerable<(Grade? From, Grade? To)> branches) => branches
        .Where(branch => branch is not (null, null))
        .GroupBy(branch => branch)
        .Select(group => new GradeFlow(group.Key.From, group.Key.To, group.Count()))
        .OrderBy(flow => flow.From is null).ThenBy(flow => flow.From).ThenBy(flow => flow.To is null).ThenBy(flow => flow.To)
        .ToList();
}
