namespace BranchGrading.Domain.Grading;

/// <summary>Something that refuses an act or stands against publication, with the branches it concerns (§3.7).</summary>
/// <param name="Fact">What stands in the way, without what to do about it.</param>
/// <param name="ParticipantIds">The branches.</param>
/// <param name="WayOut">What may be done about it before publication.</param>
/// <param name="AfterPublication">What is left to be said about it once published.</param>
public sealed record GradingProblem(string Fact, IReadOnlyList<int> ParticipantIds, string? WayOut = null, string? AfterPublication = null)
{
    /// <summary>The sentence before publication.</summary>
    public string Text => Told(WayOut);

    /// <summary>The sentence once published, when inputs and exceptions stand as they were.</summary>
    public string PublishedText => Told(AfterPublication);

    private string Told(string? more) => more is null ? Fact : $"{Fact}；{more}";
}
