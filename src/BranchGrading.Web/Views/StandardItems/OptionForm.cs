namespace BranchGrading.Web.Views.StandardItems;

/// <summary>One row for a choice; rows left blank are no choices.</summary>
public sealed class OptionForm
{
    public string? Name { get; set; }

    public decimal? Points { get; set; }
}
