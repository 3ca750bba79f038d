namespace BranchGrading.Domain.Organisation;

/// <summary>流动党员: members of a branch who live or work in one other place, and where they take part in party life there.</summary>
public sealed class FloatingMembers
{
    public const int PlaceMaxLength = 60;
    public const int HostMaxLength = 100;

    private FloatingMembers()
    {
    }

    public FloatingMembers(int branchId, string place, int count, string? host, string by, DateTime at)
    {
        BranchId = branchId;
        Record(place, count, host, by, at);
    }

    public int Id { get; private set; }

    public int BranchId { get; private set; }

    public Branch Branch { get; private set; } = null!;

    /// <summary>流动去向: the city or unit.</summary>
    public string Place { get; private set; } = "";

    /// <summary>How many members, persons.</summary>
    public int Count { get; private set; }

    /// <summary>参加组织生活的党组织; null while none is settled.</summary>
    public string? Host { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The members belong to another branch from now on.</summary>
    public void MoveTo(Branch branch) => Branch = branch;

    public void Record(string place, int count, string? host, string by, DateTime at)
    {
        Place = Text.Required(place, PlaceMaxLength, "流动去向");
        if (count is < 1 or > Branch.MembersMax)
            throw new RuleViolationException("流动党员至少 1 人。");
        Host = Text.Optional(host, HostMaxLength, "参加组织生活的党组织");
        (Count, RecordedBy, RecordedAt) = (count, by, at);
    }
}
