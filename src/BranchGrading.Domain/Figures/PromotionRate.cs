using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Figures;

/// <summary>晋位升级: how the branches of a group moved between two years.</summary>
/// <param name="Risen">晋位: a better grade in the later year.</param>
/// <param name="Same">保持.</param>
/// <param name="Fallen">下降.</param>
/// <param name="New">Graded in the later year only.</param>
/// <param name="Gone">Graded in the earlier year only.</param>
/// <param name="AlreadyBest">Of those graded in both years, how many were A in the earlier one and could not rise.</param>
public sealed record PromotionRate(int Risen, int Same, int Fallen, int New, int Gone, int AlreadyBest)
{
    /// <summary>Counts branches by their grades in the two years.</summary>
    public static PromotionRate Of(IReadOnlyCollection<(Grade? From, Grade? To)> branches)
    {
        var moves = branches.Select(branch => Movement.Of(branch.From, branch.To)).ToList();
        return new(
            Count(Direction.Risen), Count(Direction.Same), Count(Direction.Fallen), Count(Direction.New), Count(Direction.Gone),
            branches.Count(branch => branch is { From: Grade.A, To: not null }));

        int Count(Direction direction) => moves.Count(move => move == direction);
    }

    /// <summary>Graded in both years.</summary>
    public int InBoth => Risen + Same + Fallen;

    /// <summary>Graded in both years and not A in the earlier one.</summary>
    public int CouldRise => InBoth - AlreadyBest;

    /// <summary>晋位升级率: those risen of those graded in both years, in percent with 2 places, half away from zero; null when there is none.</summary>
    public decimal? Rate => Share.Percent(Risen, InBoth);

    /// <summary>Those risen of those that could rise, in percent with 2 places, half away from zero; null when there is none.</summary>
    public decimal? RateOfThoseThatCould => Share.Percent(Risen, CouldRise);
}
