using BranchGrading.Web.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>Gives every posting form its key and its antiforgery token, wherever its address came from.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override int Order => 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PostContent.AppendHtml($"""<input type="hidden" name="{FormKeyFilter.FieldName}" value="{Guid.NewGuid():N}">""");
        // The framework's own helper leaves forms with a plain address to us.
        if (context.AllAttributes.TryGetAttribute("action", out var action) && action.Value?.ToString() is { Length: > 0 }
            && generator.GenerateAntiforgery(ViewContext) is { } token)
            output.PostContent.AppendHtml(token);
    }
}
