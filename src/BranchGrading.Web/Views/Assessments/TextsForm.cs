using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>All parts of the report, posted by the button.</summary>
public sealed class TextsForm
{
    public List<TextForm> Texts { get; set; } = [];

    /// <summary>next: on to the next step.</summary>
    public string? Then { get; set; }
}
