namespace BranchGrading.Domain.Organisation;

/// <summary>Whether a branch graded D has another secretary than the one in office when the round was opened (整顿后进：调整书记).</summary>
/// <param name="From">The secretary of the opening.</param>
/// <param name="To">The one in office now.</param>
/// <param name="On">Since when: the day of the recorded change, else the month of taking office; null when not told.</param>
public sealed record SecretaryReplacement(ReplacementState State, string? From, string? To, DateOnly? On)
{
    /// <param name="isActive">Whether the branch goes on.</param>
    /// <param name="then">The secretary of the opening: person, where known, and name.</param>
    /// <param name="now">The secretary in office: person, name, and the month of taking office.</param>
    /// <param name="changedOn">The day of the last recorded change of the secretary.</param>
    public static SecretaryReplacement Of(bool isActive, (int? PersonId, string? Name) then, (int PersonId, string Name, DateOnly? From)? now, DateOnly? changedOn)
    {
        if (!isActive)
            return new(ReplacementState.Dissolved, then.Name, null, null);
        if (now is not { } secretary)
            return new(ReplacementState.Vacant, then.Name, null, changedOn);
        var isSame = then.PersonId is { } person ? person == secretary.PersonId : then.Name is { } name && NameKey.Of(name) == NameKey.Of(secretary.Name);
        return isSame ? new(ReplacementState.NotYet, then.Name, secretary.Name, null) : new(ReplacementState.Changed, then.Name, secretary.Name, changedOn ?? secretary.From);
    }

    /// <summary>Whether it is done: another leads, or there is nothing left to lead.</summary>
    public bool IsSettled => State is ReplacementState.Changed or ReplacementState.Dissolved;
}
