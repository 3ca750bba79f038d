namespace BranchGrading.Domain.Grading;

/// <summary>名额分配: how the school's places are shared out among types or committees (§3.6).</summary>
public static class CapQuota
{
    /// <summary>
    /// Largest remainder: participants × places ÷ all participants, whole parts first, the rest to the largest fractions;
    /// equal fractions go to the larger group, then to the one named first (§3.6).
    /// </summary>
    /// <param name="participants">Participants of each group, in the order that settles the last tie.</param>
    /// <param name="places">The school's places.</param>
    /// <returns>The quota of each group; they sum to the places.</returns>
    public static IReadOnlyList<int> Share(IReadOnlyList<int> participants, int places)
    {
        var all = participants.Sum(count => (long)count);
        if (all == 0)
            return new int[participants.Count];
        // Whole numbers throughout: a fraction of a decimal would be cut, and a tie missed.
        var quotas = participants.Select(count => (int)((long)count * places / all)).ToArray();
        var rest = places - quotas.Sum();
        var next = Enumerable.Range(0, participants.Count)
            .OrderByDescending(group => (long)participants[group] * places % all)
            .ThenByDescending(group => participants[group])
            .ThenBy(group => group);
        foreach (var group in next.Take(rest))
            quotas[group]++;
        return quotas;
    }

    /// <summary>
    /// Moves places between groups in the order of the transfers; one moves no more than its group still has, and one
    /// that names a group this scope does not know moves nothing, so that the sum never changes (§3.6).
    /// </summary>
    public static IReadOnlyList<int> Transfer(
        IReadOnlyList<string> keys, IReadOnlyList<int> quotas, IEnumerable<QuotaTransfer> transfers)
    {
        var moved = quotas.ToArray();
        var indexes = keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        foreach (var transfer in transfers)
        {
            if (!indexes.TryGetValue(transfer.From, out var from) || !indexes.TryGetValue(transfer.To, out var to))
                continue;
            var places = Math.Clamp(transfer.Places, 0, moved[from]);
            moved[from] -= places;
            moved[to] += places;
        }

        return moved;
    }

    /// <summary>Why a place cannot be moved, or null: only places that a group leaves unused move, and with a reason (§3.6).</summary>
    public static string? WhyNotTransfer(GradingResult result, QuotaTransfer transfer)
    {
        if (string.IsNullOrWhiteSpace(transfer.Reason))
            return "请写明调剂名额的理由";
        if (transfer.Places < 1)
            return "调剂的名额至少 1 个";
        if (transfer.From == transfer.To)
            return "调出和调入不能是同一组";
        var from = result.Groups.FirstOrDefault(group => group.Key == transfer.From);
        var to = result.Groups.FirstOrDefault(group => group.Key == transfer.To);
        if (from is null || to is null)
            return "按现在的名额范围，没有要调剂的组";
        if (from.CutTieCount > 0)
            return $"{from.Name}还有并列待定的支部，余下的 {from.Open} 个名额要先决定给谁";
        return transfer.Places > from.Open
            ? $"{from.Name}名额 {from.Quota} 个，已用 {from.Used} 个，只有 {from.Open} 个可以调出"
            : null;
    }
}
