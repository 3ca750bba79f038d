using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Grades;

/// <summary>One branch at the desk, with what it is found and put in order by.</summary>
public sealed class DeskRow
{
    public DeskRow(RoundSheetRow row, int order, CapScope scope)
    {
        (Participant, Result, Anomalies, Order) = (row.Participant, row.Result, row.Anomalies, order);
        GroupKey = CapGroup.KeyOf(scope, row.Participant.BranchType, row.Participant.CommitteeId);
        Cut = new CutEntry(row.Participant.Id, row.Participant.BranchName, row.Result.Rank, row.Result.Computed, row.Result.TieToDecide);
        Facts = FactsOf(row).ToHashSet();
    }

    public Participant Participant { get; }

    public int Id => Participant.Id;

    public GradeSnapshot Result { get; }

    public IReadOnlyList<Anomaly> Anomalies { get; }

    /// <summary>Its place in display order.</summary>
    public int Order { get; }

    /// <summary>Its place in the ranking of the list: by group, then as §3.5d compares, those without a grade last.</summary>
    public int Place { get; set; }

    public string GroupKey { get; }

    /// <summary>What the cut line of its group reads.</summary>
    public CutEntry Cut { get; }

    /// <summary>Whether the next place would be this branch's.</summary>
    public bool IsNext { get; set; }

    /// <summary>Ranked without a place: the cut line stands before the first of these.</summary>
    public bool IsBelowCut => Cut is { Rank: not null, KeepsA: false };

    public IReadOnlySet<string> Facts { get; }

    public string FactsText => string.Join(' ', Facts);

    private static IEnumerable<string> FactsOf(RoundSheetRow row)
    {
        yield return $"u{row.Participant.CommitteeId}";
        yield return $"t{row.Participant.BranchType}";
        yield return $"g{row.Result.Computed?.ToString() ?? "-"}";
        yield return $"d{row.Result.Settled?.ToString() ?? "-"}";
        foreach (var line in row.Result.Lines)
            yield return $"l{line.Limit}";
        foreach (var anomaly in row.Anomalies)
            yield return $"a{anomaly.Kind}";
        if (row.Result.TieToDecide)
            yield return "ties";
        if (row.Result.Missing.Count > 0)
            yield return "missing";
        if (row.Result.Lines.Any(line => line.Limit is not (Limit.Missing or Limit.Approval)))
            yield return "limited";
        if (row.Anomalies.Count > 0)
            yield return "anomalies";
        if (row.Result.Settled is not null)
            yield return "decided";
    }
}
