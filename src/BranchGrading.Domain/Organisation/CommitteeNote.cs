namespace BranchGrading.Domain.Organisation;

/// <summary>工作方案, 公开承诺 or 领导点评 of a committee in a year: a day and a text. Each version of a work plan is one, with its files; the latest holds.</summary>
public sealed class CommitteeNote
{
    public const int ContentMaxLength = 2000;

    private CommitteeNote()
    {
    }

    public CommitteeNote(int committeeId, int year, CommitteeNoteKind kind, DateOnly on, string content, int? branchId, string by, DateTime at)
    {
        (CommitteeId, Year, Kind) = (committeeId, year, kind);
        Edit(on, content, branchId, by, at);
    }

    public int Id { get; private set; }

    public int CommitteeId { get; private set; }

    public Committee Committee { get; private set; } = null!;

    public int Year { get; private set; }

    public CommitteeNoteKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string Content { get; private set; } = "";

    /// <summary>The branch whose pledge it is, or that is commented on; null for the committee as a whole.</summary>
    public int? BranchId { get; private set; }

    public Branch? Branch { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Corrects it. A 工作方案 is never changed: another version is stored beside it.</summary>
    public void Edit(DateOnly on, string content, int? branchId, string by, DateTime at)
    {
        Content = Text.Required(content, ContentMaxLength, "内容");
        (On, BranchId, RecordedBy, RecordedAt) = (on, branchId, by, at);
    }
}
