namespace BranchGrading.Domain.Organisation;

/// <summary>联系点: a leader of a committee who is in contact with one branch in a year.</summary>
public sealed class ContactPoint
{
    public const int LeaderMaxLength = 60;

    private ContactPoint()
    {
    }

    public ContactPoint(int committeeId, int year, int branchId, string leader, string by, DateTime at)
    {
        (Year, BranchId) = (year, branchId);
        Set(committeeId, leader, by, at);
    }

    public int Id { get; private set; }

    /// <summary>The committee whose leader it is; after a move of the branch the new one may name its own.</summary>
    public int CommitteeId { get; private set; }

    public int Year { get; private set; }

    public int BranchId { get; private set; }

    public Branch Branch { get; private set; } = null!;

    public string Leader { get; private set; } = "";

    public string RecordedBy { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    /// <summary>Names another leader.</summary>
    public void Set(int committeeId, string leader, string by, DateTime at)
    {
        Leader = Text.Required(leader, LeaderMaxLength, "联系领导");
        (CommitteeId, RecordedBy, RecordedAt) = (committeeId, by, at);
    }
}
