namespace BranchGrading.Domain.Rectification;

/// <summary>An item over time: the day from which it was to be done, and when it was accepted or opened again, in order.</summary>
public sealed record ItemCourse(DateOnly From, IReadOnlyList<ItemTurn> Turns)
{
    /// <summary>An item runs from the day on which its round was final and its plan approved; where the plan was approved once more later, from its first entry.</summary>
    /// <param name="finalOn">When the round became final.</param>
    /// <param name="approvedOn">When the plan was approved, the last time.</param>
    /// <param name="firstOn">The day of its first entry; null where there is none.</param>
    /// <param name="turns">When it was accepted or opened again, in order.</param>
    public static ItemCourse Of(DateOnly finalOn, DateOnly approvedOn, DateOnly? firstOn, IReadOnlyList<ItemTurn> turns)
    {
        var from = approvedOn > finalOn ? approvedOn : finalOn;
        return new ItemCourse(firstOn is { } first && first < from ? first : from, turns);
    }

    /// <summary>Whether it was accepted at a day's end; null before it was to be done. What happened last on that day counts.</summary>
    public bool? IsAcceptedOn(DateOnly day) => day < From ? null : Turns.LastOrDefault(turn => turn.On <= day).IsAccepted;
}
