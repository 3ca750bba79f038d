using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.StandardPreviews;

/// <summary>A standard as a secretary of a branch type scores by it.</summary>
public sealed record PreviewPage(ScoringStandard Standard, BranchType Type)
{
    public IReadOnlyList<BranchType> Types => Standard.Kind.BranchTypes();

    /// <summary>The heads in which something applies to the type, each with what applies.</summary>
    public IReadOnlyList<Part> Parts => Standard.Heads.OrderBy(head => head.Order)
        .Select(head => new Part(head, [.. head.Items.OrderBy(item => item.Order).Where(item => item.AppliesTo(Type))], StandardScore.OfHead(head, Type, true, _ => null).FullMarks))
        .Where(part => part.Items.Count > 0).ToList();

    public decimal SelfMarks => StandardScore.Self(Standard, Type, _ => null).FullMarks;

    public sealed record Part(StandardHead Head, IReadOnlyList<StandardItem> Items, decimal SelfMarks);
}
