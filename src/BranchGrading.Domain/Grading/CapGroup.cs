using System.Globalization;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>Those who share places of A: the school, a branch type, or a committee, with what became of the places (§3.6, §3.7).</summary>
public sealed record CapGroup
{
    /// <summary>The key of the one group that is the whole school.</summary>
    public const string SchoolKey = "School";

    /// <summary>School, the name of a branch type, or the number of a committee; stable within a scope.</summary>
    public required string Key { get; init; }

    /// <summary>全校, 学生党支部, or the committee's name.</summary>
    public required string Name { get; init; }

    /// <summary>Participants, with those that cannot be graded.</summary>
    public required int Participants { get; init; }

    /// <summary>The places shared out to the group, before transfers.</summary>
    public required int SharedQuota { get; init; }

    /// <summary>The group's places, after transfers.</summary>
    public required int Quota { get; init; }

    /// <summary>How many A's are decided.</summary>
    public required int DecidedA { get; init; }

    /// <summary>How many undecided branches reached the cap with an A.</summary>
    public required int RankedA { get; init; }

    /// <summary>How many of them keep it.</summary>
    public required int ComputedA { get; init; }

    /// <summary>The names of the branches that tie at the cut, in the order given.</summary>
    public required IReadOnlyList<string> CutTieNames { get; init; }

    /// <summary>How many branches tie at the cut (并列待定).</summary>
    public int CutTieCount => CutTieNames.Count;

    /// <summary>The places that decisions leave to the ranking; never negative.</summary>
    public int Left => Math.Max(0, Quota - DecidedA);

    /// <summary>The places taken, decided and computed.</summary>
    public int Used => DecidedA + ComputedA;

    /// <summary>The places nobody has taken; never negative.</summary>
    public int Open => Math.Max(0, Quota - Used);

    /// <summary>Whether more A's are decided than there are places, which no act may bring about (§3.7).</summary>
    public bool IsOverdecided => DecidedA > Quota;

    /// <summary>
    /// What a key is called: as its group, or, where another scope has taken the groups' place since a transfer was made, as the type or the committee it is.
    /// </summary>
    /// <param name="key">A group's key.</param>
    /// <param name="groups">The groups of the scope in force.</param>
    /// <param name="committeeOf">The name of a committee by its number; null for one that is not there.</param>
    public static string NameOf(string key, IEnumerable<CapGroup> groups, Func<int, string?> committeeOf) =>
        groups.FirstOrDefault(group => group.Key == key)?.Name
        ?? (int.TryParse(key, CultureInfo.InvariantCulture, out var committee) ? committeeOf(committee)
            : Enum.TryParse<BranchType>(key, out var type) ? CapMembers.NameOf(type) : null)
        ?? key;

    /// <summary>The key of the group in which a branch of that type and committee counts (§3.6).</summary>
    public static string KeyOf(CapScope scope, BranchType type, int committeeId) => scope switch
    {
        CapScope.School => SchoolKey,
        CapScope.BranchType => type.ToString(),
        CapScope.Committee => committeeId.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
