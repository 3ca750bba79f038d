using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>&lt;icon name="check" /&gt;: a picture from the sprite; it never speaks alone.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.Content.SetHtmlContent(Markup(Name));
    }

    internal static string Markup(string name) => $"""<svg class="icon" aria-hidden="true"><use href="/icons.svg#{name}"></use></svg>""";
}
