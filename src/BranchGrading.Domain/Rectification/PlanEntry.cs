namespace BranchGrading.Domain.Rectification;

/// <summary>One thing that happened to an item of a plan: who, when, what; never changed afterwards.</summary>
public sealed class PlanEntry
{
    public const int NoteMaxLength = 1000;

    private PlanEntry()
    {
    }

    internal PlanEntry(PlanEntryKind kind, int percent, string? note, string by, DateTime at)
    {
        Note = kind == PlanEntryKind.Accept ? Text.OrBlank(note, NoteMaxLength, "验收意见") : Text.Required(note, NoteMaxLength, kind switch
        {
            PlanEntryKind.Progress => "进展情况",
            PlanEntryKind.Request => "完成情况",
            PlanEntryKind.Refuse => "不通过的理由",
            PlanEntryKind.SpotCheck => "抽查情况",
            _ => "重新整改的理由",
        });
        (Kind, Percent, By, At) = (kind, percent, by, at);
    }

    public int Id { get; private set; }

    public int ItemId { get; private set; }

    public PlanEntryKind Kind { get; private set; }

    /// <summary>How much was done by then, of a hundred.</summary>
    public int Percent { get; private set; }

    public string Note { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
