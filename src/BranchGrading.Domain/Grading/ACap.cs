namespace BranchGrading.Domain.Grading;

/// <summary>A级名额: of the branches at A only as many keep it as there are places (§3.5d).</summary>
public static class ACap
{
    /// <summary>⌊participants × cap⌋; for a committee's own branches it is the guide number of A's (§3.5d, §2).</summary>
    public static int Places(int participants, decimal capShare) => (int)Math.Floor(participants * capShare);

    /// <summary>
    /// Ranks by composite, mass satisfaction, member satisfaction, superior score, each descending; the first places keep A.
    /// Equals at the cut that do not all fit keep none of the places left for them and wait for a decision (§3.5d).
    /// </summary>
    public static CapRanking Rank(IEnumerable<CapEntry> atA, int places)
    {
        var entries = atA.ToArray();
        Array.Sort(entries, Compare);
        var ranked = new CapPlace[entries.Length];
        var (kept, cutTie) = (0, 0);
        for (var start = 0; start < entries.Length;)
        {
            var end = start + 1;
            while (end < entries.Length && Compare(entries[start], entries[end]) == 0)
                end++;
            var fits = end <= places;
            var isTie = !fits && start < places;
            for (var i = start; i < end; i++)
                ranked[i] = new CapPlace(entries[i].ParticipantId, start + 1, fits, isTie);
            if (fits)
                kept = end;
            if (isTie)
                cutTie = end - start;
            start = end;
        }

        return new CapRanking(ranked, kept, cutTie);
    }

    private static int Compare(CapEntry one, CapEntry other)
    {
        var byComposite = other.Composite.CompareTo(one.Composite);
        if (byComposite != 0)
            return byComposite;
        var byMasses = other.MassSatisfaction.CompareTo(one.MassSatisfaction);
        if (byMasses != 0)
            return byMasses;
        var byMembers = other.MemberSatisfaction.CompareTo(one.MemberSatisfaction);
        return byMembers != 0 ? byMembers : other.Superior.CompareTo(one.Superior);
    }
}
