namespace BranchGrading.Domain.Organisation;

/// <summary>流动党员 of a branch, committee or school: how many there are and how many of them take part in party life somewhere.</summary>
/// <param name="Members">流动党员, persons.</param>
/// <param name="Settled">Those with a 参加组织生活的党组织, persons.</param>
public sealed record FloatingCoverage(int Members, int Settled)
{
    /// <summary>Those with no 参加组织生活的党组织 yet, persons.</summary>
    public int Open => Members - Settled;

    /// <summary>Settled ÷ all × 100, 2 places, half away from zero; null where there is nobody.</summary>
    public decimal? Percent => Members == 0 ? null : decimal.Round(100m * Settled / Members, 2, MidpointRounding.AwayFromZero);

    /// <summary>党组织全覆盖: everybody is settled. Counted, not read off the rounded percentage.</summary>
    public bool IsComplete => Members > 0 && Settled == Members;

    /// <summary>Of the numbers of members of each place, with whether a host is settled.</summary>
    public static FloatingCoverage Of(IEnumerable<(int Count, bool HasHost)> places)
    {
        var known = places.ToList();
        return new FloatingCoverage(known.Sum(place => place.Count), known.Where(place => place.HasHost).Sum(place => place.Count));
    }
}
