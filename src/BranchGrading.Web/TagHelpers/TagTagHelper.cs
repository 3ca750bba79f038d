using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>&lt;tag kind="warn" icon="tie"&gt;并列待定&lt;/tag&gt;: a state with colour, word and icon.</summary>
[HtmlTargetElement("tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>doing, sent, ok, final, warn, bad, plain, or empty.</summary>
    public string? Kind { get; set; }

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(Kind) ? "tag" : $"tag tag-{Kind}");
        if (!string.IsNullOrEmpty(Icon))
            output.PreContent.SetHtmlContent(IconTagHelper.Markup(Icon));
    }
}
