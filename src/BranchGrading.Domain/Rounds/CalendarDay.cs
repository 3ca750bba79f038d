namespace BranchGrading.Domain.Rounds;

/// <summary>节假日和调休: a day that is not what its weekday says.</summary>
public sealed class CalendarDay
{
    public const int NameMaxLength = 30;

    private CalendarDay()
    {
    }

    public CalendarDay(DateOnly date, bool isWorkingDay, string name)
    {
        Date = date;
        Set(isWorkingDay, name);
    }

    public int Id { get; private set; }

    /// <summary>The day; there is one entry a day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>上班 (a make-up day at a weekend), else 放假.</summary>
    public bool IsWorkingDay { get; private set; }

    /// <summary>What for, e.g. 清明节 or 春节调休.</summary>
    public string Name { get; private set; } = "";

    public void Set(bool isWorkingDay, string name)
    {
        Name = Text.Required(name, NameMaxLength, "名称");
        IsWorkingDay = isWorkingDay;
    }
}
