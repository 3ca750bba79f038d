using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Assessments;

/// <summary>One item as branch, committee and school scored it, with what each wrote.</summary>
public sealed record ItemComparison(
    StandardHead Head, StandardItem Item, ItemScore? Self, decimal? SelfPoints, ItemScore? Review, decimal? ReviewPoints, ItemScore? School, decimal? SchoolPoints)
{
    /// <summary>Whether the committee gave other points than the branch.</summary>
    public bool ReviewDiffers => Item.IsSelfScored && ReviewPoints is { } points && points != SelfPoints;

    /// <summary>Whether the school gave other points than the committee.</summary>
    public bool SchoolDiffers => SchoolPoints is { } points && points != ReviewPoints;

    /// <summary>Committee or school marked this veto.</summary>
    public bool IsVetoed => Review is { Vetoed: true } || School is { Vetoed: true };
}
