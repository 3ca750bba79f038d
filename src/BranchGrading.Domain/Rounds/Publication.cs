namespace BranchGrading.Domain.Rounds;

/// <summary>公示: the grades as settled by the 学校党委会议, with its date and document number; final after N days without open objections.</summary>
public sealed class Publication
{
    public const int DocumentNumberMaxLength = 60;

    private readonly List<PublishedGrade> _grades = [];

    private Publication()
    {
    }

    public Publication(DateOnly meetingDate, string documentNumber, DateOnly publishedOn, int publicityDays, string rulesJson, int places, string groupsJson, IEnumerable<PublishedGrade> grades, string by, DateTime at)
    {
        MeetingDate = meetingDate;
        DocumentNumber = Text.Required(documentNumber, DocumentNumberMaxLength, "文号");
        (PublicityDays, PublicityEndsOn) = (publicityDays, LastDay(publishedOn, publicityDays));
        (Places, GroupsJson) = (places, groupsJson);
        (RulesJson, PublishedBy, PublishedAt) = (rulesJson, by, at);
        _grades.AddRange(grades);
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    /// <summary>The day of the 学校党委会议.</summary>
    public DateOnly MeetingDate { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public DateTime PublishedAt { get; private set; }

    public string PublishedBy { get; private set; } = "";

    /// <summary>N of the publicity, in working days.</summary>
    public int PublicityDays { get; private set; }

    /// <summary>The last day of the publicity; the grades may become final on the day after.</summary>
    public DateOnly PublicityEndsOn { get; private set; }

    public DateTime? FinalAt { get; private set; }

    public string? FinalBy { get; private set; }

    /// <summary>The rules as they were, kept for ever.</summary>
    public string RulesJson { get; private set; } = "";

    /// <summary>A级上限 as it was.</summary>
    public int Places { get; private set; }

    /// <summary>What became of the places in each group.</summary>
    public string GroupsJson { get; private set; } = "";

    public IReadOnlyList<PublishedGrade> Grades => _grades;

    /// <summary>The last day of a publicity of N working days after a day; weekends are not counted. N = 0 ends on the day itself.</summary>
    public static DateOnly LastDay(DateOnly publishedOn, int workingDays)
    {
        var day = publishedOn;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }

        return day;
    }

    /// <summary>Whether the grades may become final on a day: N working days have passed, or N is zero (§2.5).</summary>
    public bool IsOver(DateOnly today) => PublicityDays == 0 || today > PublicityEndsOn;

    internal void MakeFinal(DateOnly today, string by, DateTime at)
    {
        if (FinalAt is not null)
            throw new RuleViolationException("已经定级。");
        if (!IsOver(today))
            throw new RuleViolationException($"公示到 {PublicityEndsOn:yyyy年M月d日} 结束，次日起才能定级。");
        (FinalAt, FinalBy) = (at, by);
    }
}
