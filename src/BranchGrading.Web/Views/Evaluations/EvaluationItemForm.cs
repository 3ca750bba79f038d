using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Evaluations;

/// <summary>What the school gives for one item: one of the three, or a veto, and why.</summary>
public sealed class EvaluationItemForm
{
    public int ItemId { get; set; }

    public decimal? Points { get; set; }

    public int? Option { get; set; }

    public int? Times { get; set; }

    public bool Vetoed { get; set; }

    public string? Note { get; set; }

    public ItemAnswer Answer => new() { Points = Points, Option = Option, Times = Times };
}
