namespace BranchGrading.Domain.Rounds;

/// <summary>公示: the grades as settled by the 学校党委会议, with its date and document number; final after N days without open objections.</summary>
public sealed class Publication
{
    public const int DocumentNumberMaxLength = 60;
    public const int TelephoneMaxLength = 60;
    public const int PlaceMaxLength = 100;

    private readonly List<PublishedGrade> _grades = [];

    private Publication()
    {
    }

    public Publication(DateOnly meetingDate, string documentNumber, DateOnly publishedOn, int publicityDays, WorkingCalendar calendar, string rulesJson, int places, string groupsJson, IEnumerable<PublishedGrade> grades, string by, DateTime at)
    {
        MeetingDate = meetingDate;
        DocumentNumber = Text.Required(documentNumber, DocumentNumberMaxLength, "文号");
        (PublicityDays, PublicityEndsOn) = (publicityDays, calendar.LastDay(publishedOn, publicityDays));
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

    /// <summary>受理异议的电话, as the notice prints it.</summary>
    public string? Telephone { get; private set; }

    /// <summary>受理异议的地点, as the notice prints it.</summary>
    public string? Place { get; private set; }

    /// <summary>Whether anybody may read names and grades without signing in while the publicity runs; off unless the department switches it on.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>The rules as they were, kept for ever.</summary>
    public string RulesJson { get; private set; } = "";

    /// <summary>A级上限 as it was.</summary>
    public int Places { get; private set; }

    /// <summary>What became of the places in each group.</summary>
    public string GroupsJson { get; private set; } = "";

    public IReadOnlyList<PublishedGrade> Grades => _grades;

    /// <summary>Whether the grades may become final on a day: N working days have passed, or N is zero (§2.5).</summary>
    public bool IsOver(DateOnly today) => PublicityDays == 0 || today > PublicityEndsOn;

    /// <summary>Whether the publicity runs on a day: until its end objections are taken on line, and the public page may be shown.</summary>
    public bool IsRunning(DateOnly today) => FinalAt is null && PublicityDays > 0 && today <= PublicityEndsOn;

    /// <summary>Says where objections are received.</summary>
    /// <exception cref="RuleViolationException">The grades are final.</exception>
    public void ReceiveObjectionsAt(string? telephone, string? place)
    {
        RequireRunning();
        Telephone = Text.Optional(telephone, TelephoneMaxLength, "受理电话");
        Place = Text.Optional(place, PlaceMaxLength, "受理地点");
    }

    /// <summary>Switches the public page on or off.</summary>
    /// <exception cref="RuleViolationException">The grades are final.</exception>
    public void ShowToPublic(bool isPublic)
    {
        RequireRunning();
        IsPublic = isPublic;
    }

    /// <summary>The places as they stand after a grade was settled otherwise on an objection.</summary>
    /// <exception cref="RuleViolationException">The grades are final.</exception>
    public void Revise(string groupsJson)
    {
        RequireRunning();
        GroupsJson = groupsJson;
    }

    private void RequireRunning()
    {
        if (FinalAt is not null)
            throw new RuleViolationException("已经定级，不能再改。");
    }

    internal void MakeFinal(DateOnly today, string by, DateTime at)
    {
        if (FinalAt is not null)
            throw new RuleViolationException("已经定级。");
        if (!IsOver(today))
            throw new RuleViolationException($"公示到 {PublicityEndsOn:yyyy年M月d日} 结束，次日起才能定级。");
        (FinalAt, FinalBy) = (at, by);
    }
}
