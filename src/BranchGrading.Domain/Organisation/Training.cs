namespace BranchGrading.Domain.Organisation;

/// <summary>书记培训: a person took part in a training.</summary>
public sealed class Training
{
    public const int TitleMaxLength = 100;

    private Training()
    {
    }

    public Training(int personId, TrainingKind kind, DateOnly on, string title, string by, DateTime at)
    {
        Title = Text.Required(title, TitleMaxLength, "培训名称");
        (PersonId, Kind, On, RecordedBy, RecordedAt) = (personId, kind, on, by, at);
    }

    public int Id { get; private set; }

    public int PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public TrainingKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string Title { get; private set; } = "";

    public string RecordedBy { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }
}
