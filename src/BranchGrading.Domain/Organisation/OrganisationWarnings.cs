namespace BranchGrading.Domain.Organisation;

/// <summary>
/// Soft warnings on how a branch is set up: they are shown and listed, and never stand in anybody's way.
/// A branch has at least 3 members and in general no more than 50, and its committee is elected every three years
/// (《中国共产党支部工作条例（试行）》：有正式党员 3 人以上应当成立党支部，党员人数一般不超过 50 人；党支部委员会每届任期三年).
/// </summary>
public static class OrganisationWarnings
{
    /// <summary>Members, full and probationary, below which a branch is too small.</summary>
    public const int LeastMembers = 3;

    /// <summary>Members, full and probationary, above which a branch is too large.</summary>
    public const int MostMembers = 50;

    /// <summary>每届任期, years.</summary>
    public const int TermYears = 3;

    /// <summary>Within so many months of taking office a new secretary is to be trained.</summary>
    public const int TrainedWithinMonths = 6;

    /// <summary>For so many months after taking office a secretary counts as new even where no training was recorded yet; those who have been in office longer took part before trainings were recorded.</summary>
    public const int NewForMonths = 12;

    /// <summary>What is worth looking at, the gravest first.</summary>
    public static IReadOnlyList<OrganisationWarning> Of(BranchCondition branch, DateOnly today) => [.. All(branch, today)];

    /// <summary>The first day on which the election is overdue: the month three years after the last one is over. A branch that has not elected yet counts from its founding.</summary>
    /// <returns>Null where neither month is known.</returns>
    public static DateOnly? ElectionOverdueFrom(DateOnly? founded, DateOnly? elected) => (elected ?? founded)?.AddYears(TermYears).AddMonths(1);

    /// <summary>
    /// Whether a secretary who took office in a month lacks the 任职培训. One that was held up to half a year before the appointment counts too, for many are trained as designated secretaries.
    /// The warning stays until a training is recorded; only of those who took office before trainings were recorded at all, and more than a year ago, nothing can be said.
    /// </summary>
    /// <param name="since">任职时间.</param>
    /// <param name="trainedOn">The last 任职培训; null where none is recorded.</param>
    /// <param name="recordedSince">The day on which the school recorded its first training; null before that.</param>
    /// <param name="today">Today.</param>
    public static bool IsUntrained(DateOnly since, DateOnly? trainedOn, DateOnly? recordedSince, DateOnly today) =>
        today >= since.AddMonths(TrainedWithinMonths) && (today < since.AddMonths(NewForMonths) || since >= recordedSince) && !(trainedOn >= since.AddMonths(-TrainedWithinMonths));

    private static IEnumerable<OrganisationWarning> All(BranchCondition branch, DateOnly today)
    {
        if (branch.Secretary is null)
            yield return new(OrganisationWarningKind.NoSecretary, "没有书记，请登记现任书记。");
        if (branch.Members < LeastMembers)
            yield return new(OrganisationWarningKind.TooFewMembers, $"党员 {branch.Members} 人，不足 {LeastMembers} 人；可以考虑与其他支部合并，或者核对人数。");
        if (branch.Members > MostMembers)
            yield return new(OrganisationWarningKind.TooManyMembers, $"党员 {branch.Members} 人，超过 {MostMembers} 人；可以考虑拆分。");
        if (branch.Elected is { } elected && today >= ElectionOverdueFrom(null, elected))
            yield return new(OrganisationWarningKind.ElectionOverdue, $"{elected:yyyy年M月}换届，每届 {TermYears} 年，{elected.AddYears(TermYears):yyyy年M月}到期。");
        else if (branch.Elected is null && !(today < ElectionOverdueFrom(branch.Founded, null)))
            yield return new(OrganisationWarningKind.ElectionUnknown, "没有登记上次换届的时间，看不出是否到期，请补上。");
        if (branch is { Secretary: { } secretary, SecretarySince: { } since } && IsUntrained(since, branch.SecretaryTrainedOn, branch.TrainingsSince, today))
            yield return new(OrganisationWarningKind.SecretaryUntrained, $"书记{secretary}从 {since:yyyy年M月} 起任职，半年内没有任职培训的记录。");
        if (branch.FloatingMembers > branch.Members)
            yield return new(OrganisationWarningKind.MoreFloatingThanMembers, $"登记的流动党员 {branch.FloatingMembers} 人，比党员 {branch.Members} 人还多，请核对。");
    }
}
