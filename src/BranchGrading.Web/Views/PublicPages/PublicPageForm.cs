namespace BranchGrading.Web.Views.PublicPages;

/// <summary>On or off, as the button says: pressed twice it stays so.</summary>
public sealed class PublicPageForm
{
    public bool? IsPublic { get; set; }
}
