using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Assessments;

/// <summary>One head (部分) of a standard as the branch scored it and as it counts in the superior score.</summary>
/// <param name="Head">The head.</param>
/// <param name="FullMarks">Its full marks in the superior score.</param>
/// <param name="SelfPoints">自评; null where an item lacks it or all are filled by votes.</param>
/// <param name="SelfFullMarks">Its full marks in the self-score, which leaves the votes out (§3.1).</param>
/// <param name="SuperiorPoints">上级评, with the school's points in the place of the committee's; null where an item lacks it.</param>
public sealed record HeadComparison(StandardHead Head, decimal FullMarks, decimal? SelfPoints, decimal SelfFullMarks, decimal? SuperiorPoints)
{
    /// <summary>How much of its full marks the superior gave less than the branch gave itself, a share of one; null where either lacks.</summary>
    public decimal? Gap => SelfPoints is { } self && SuperiorPoints is { } superior && SelfFullMarks > 0 && FullMarks > 0 ? self / SelfFullMarks - superior / FullMarks : null;

    /// <summary>The scored heads in the order of the standard.</summary>
    /// <param name="items">Every item that applies to the branch.</param>
    public static IReadOnlyList<HeadComparison> Of(IEnumerable<ItemComparison> items) =>
    [
        .. from item in items
           where item.Item.Method != ItemMethod.Veto
           group item by item.Head into head
           let self = head.Where(item => item.Item.IsSelfScored).ToList()
           select new HeadComparison(
               head.Key,
               head.Sum(item => item.Item.FullMarks),
               self.Count > 0 && self.TrueForAll(item => item.SelfPoints is not null) ? self.Sum(item => item.SelfPoints) : null,
               self.Sum(item => item.Item.FullMarks),
               head.All(item => (item.SchoolPoints ?? item.ReviewPoints) is not null) ? head.Sum(item => item.SchoolPoints ?? item.ReviewPoints) : null),
    ];
}
