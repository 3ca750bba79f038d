namespace BranchGrading.Domain.Organisation;

/// <summary>
/// 书记培训: whether a secretary was trained in a year. A secretary takes part in one 轮训 a year, a new one besides in the 任职培训 within half a year
/// (《中国共产党支部工作条例（试行）》：党支部书记每年应当至少参加1次集中轮训，新任党支部书记应当在半年内完成任职培训).
/// </summary>
/// <param name="Since">In office since this month; null when not told, then nobody counts as new.</param>
/// <param name="RotationOn">The last 轮训 in the year.</param>
/// <param name="InductionOn">The last 任职培训, whenever it was.</param>
public sealed record SecretaryTraining(DateOnly? Since, DateOnly? RotationOn, DateOnly? InductionOn)
{
    /// <summary>The day on which the school recorded its first training; null before that.</summary>
    public DateOnly? RecordedSince { get; init; }

    public bool LacksRotation => RotationOn is null;

    /// <summary>The first day on which the 任职培训 is overdue.</summary>
    public DateOnly? InductionDue => Since?.AddMonths(OrganisationWarnings.TrainedWithinMonths);

    /// <summary>Where the secretary stands on a day with the 任职培训; one held up to half a year before taking office counts. After a year only those still stand here who began after trainings were recorded and lack it.</summary>
    public InductionState InductionOf(DateOnly day) => Since switch
    {
        null => InductionState.NotNeeded,
        { } since when day >= since.AddMonths(OrganisationWarnings.NewForMonths) && !OrganisationWarnings.IsUntrained(since, InductionOn, RecordedSince, day) => InductionState.NotNeeded,
        { } since when InductionOn >= since.AddMonths(-OrganisationWarnings.TrainedWithinMonths) => InductionState.Done,
        { } since => OrganisationWarnings.IsUntrained(since, InductionOn, RecordedSince, day) ? InductionState.Overdue : InductionState.Due,
    };

    /// <summary>Whether a new secretary's 任职培训 is missing on a day, overdue or not.</summary>
    public bool LacksInduction(DateOnly day) => InductionOf(day) is InductionState.Due or InductionState.Overdue;
}
