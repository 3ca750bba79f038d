namespace BranchGrading.Domain.Rectification;

/// <summary>An item over time: the day from which it was to be done, and when it was accepted or opened again, in order.</summary>
public sealed record ItemCourse(DateOnly From, IReadOnlyList<ItemTurn> Turns)
{
    /// <summary>An item runs from the day on which its round was final and its plan approved; where the plan was approved once more later, from its first entry.</summary>
    /// <param name="finalOn">When the round became final.</param>
    /// <param name="approvedOn">When the plan was approved, the last time.</param>
    /// <param name="entries">What happened to the item, in order, each with its day in the school.</param>
    public static ItemCourse Of(DateOnly finalOn, DateOnly approvedOn, IReadOnlyCollection<(PlanEntryKind Kind, DateOnly On)> entries)
    {
        var from = approvedOn > finalOn ? approvedOn : finalOn;
        var first = entries.Select(entry => entry.On).DefaultIfEmpty(from).Min();
        return new ItemCourse(
            first < from ? first : from,
            [.. entries.Where(entry => entry.Kind is PlanEntryKind.Accept or PlanEntryKind.Reopen).Select(entry => new ItemTurn(entry.On, entry.Kind == PlanEntryKind.Accept))]);
    }

    /// <summary>Whether it was accepted at a day's end; null before it was to be done. What happened last on that day counts.</summary>
    public bool? IsAcceptedOn(DateOnly day) => day < From ? null : Turns.LastOrDefault(turn => turn.On <= day).IsAccepted;
}
