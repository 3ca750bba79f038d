using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Bulletins;

/// <summary>A committee that a bulletin is for.</summary>
public sealed class BulletinTarget
{
    private BulletinTarget()
    {
    }

    public BulletinTarget(int committeeId) => CommitteeId = committeeId;

    public int Id { get; private set; }

    public int BulletinId { get; private set; }

    public int CommitteeId { get; private set; }

    public Committee Committee { get; private set; } = null!;
}
