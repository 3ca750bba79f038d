using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Rounds;

/// <summary>Which scoring standard the branches of a type use in a round.</summary>
public sealed class RoundStandard
{
    private RoundStandard()
    {
    }

    internal RoundStandard(BranchType type, int standardId) => (BranchType, StandardId) = (type, standardId);

    public int RoundId { get; private set; }

    public BranchType BranchType { get; private set; }

    public int StandardId { get; private set; }
}
