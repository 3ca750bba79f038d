namespace BranchGrading.Domain.Grading;

/// <summary>名额线 of one group: the last that keeps A by the ranking, the equals at the cut, and who comes next (§3.5d, §3.6).</summary>
public sealed record CapCut
{
    private const int MostNames = 3;

    /// <summary>The group whose places these are.</summary>
    public required CapGroup Group { get; init; }

    /// <summary>The last of those ranked that keep A, several where they are equal; empty when none does.</summary>
    public required IReadOnlyList<CutEntry> Last { get; init; }

    /// <summary>并列待定: the equals at the cut that do not all fit.</summary>
    public required IReadOnlyList<CutEntry> Tied { get; init; }

    /// <summary>下一个: the first ranked below the cut and below its tie, several where they are equal; empty when nobody is.</summary>
    public required IReadOnlyList<CutEntry> Next { get; init; }

    /// <summary>How many have enough for A and no place, the tied left out.</summary>
    public required int Below { get; init; }

    /// <summary>The cut in words: places, places used and left, for whom they are left, and who comes next.</summary>
    public string Sentence => $"{Whose}A 级名额线：共 {Group.Quota} 个，已用 {Group.Used} 个{Decided}{Rest}{NextInWords}";

    private string Whose => Group.Key == CapGroup.SchoolKey ? "" : $"{Group.Name} ";

    private string Decided => Group.DecidedA > 0 ? $"（其中学校决定 {Group.DecidedA} 个）" : "";

    private string Rest => Group.IsOverdecided
        ? $"，决定的 A 级超出名额 {Group.DecidedA - Group.Quota} 个"
        : Tied.Count > 0
            ? $"，余 {Group.Open} 个，留给并列待定的 {Tied.Count} 个支部（{Names(Tied)}），请作决定"
            : Group.Open > 0 ? $"，余 {Group.Open} 个" : "";

    private string NextInWords => Next.Count switch
    {
        0 => "",
        1 => $"；下一个是{Names(Next)}（第 {Next[0].Rank} 名）",
        _ => $"；下一个并列 {Next.Count} 个支部（第 {Next[0].Rank} 名）：{Names(Next)}",
    };

    /// <summary>Reads the cut of a group off its branches, in any order; those of other groups must be left out.</summary>
    public static CapCut Of(CapGroup group, IEnumerable<CutEntry> branches)
    {
        var ranked = branches.Where(branch => branch.Rank is not null).ToArray();
        var kept = ranked.Where(branch => branch.KeepsA).ToArray();
        var below = ranked.Where(branch => branch is { KeepsA: false, TieToDecide: false }).ToArray();
        return new CapCut
        {
            Group = group,
            Last = [.. kept.Where(branch => branch.Rank == kept.Max(other => other.Rank))],
            Tied = [.. ranked.Where(branch => branch.TieToDecide)],
            Next = [.. below.Where(branch => branch.Rank == below.Min(other => other.Rank))],
            Below = below.Length,
        };
    }

    /// <summary>The cut of every group, in the order of the groups.</summary>
    public static IReadOnlyList<CapCut> Of(GradingResult result)
    {
        var branches = result.Outcomes.ToLookup(
            outcome => CapGroup.KeyOf(result.Rules.CapScope, outcome.Candidate.Type, outcome.Candidate.CommitteeId), CutEntry.Of);
        return [.. result.Groups.Select(group => Of(group, branches[group.Key]))];
    }

    private static string Names(IReadOnlyList<CutEntry> branches) =>
        string.Concat(branches.Take(MostNames).Select(branch => $"「{branch.BranchName}」")) + (branches.Count > MostNames ? "等" : "");
}
