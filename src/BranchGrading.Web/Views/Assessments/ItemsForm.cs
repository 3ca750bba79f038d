using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>The items of a head, posted by the button.</summary>
public sealed class ItemsForm
{
    public List<ItemForm> Items { get; set; } = [];

    /// <summary>next: on to the next head.</summary>
    public string? Then { get; set; }
}
