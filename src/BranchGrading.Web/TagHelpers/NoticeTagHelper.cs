using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>&lt;notice kind="Warn"&gt;…&lt;/notice&gt;: a sentence with an icon.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public NoticeKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, icon) = Kind switch
        {
            NoticeKind.Ok => (" notice-ok", "check"),
            NoticeKind.Warn => (" notice-warn", "alert"),
            NoticeKind.Bad => (" notice-bad", "error"),
            _ => ("", "info"),
        };
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"notice{name} {output.Attributes["class"]?.Value}".TrimEnd());
        output.PreContent.SetHtmlContent(IconTagHelper.Markup(icon) + "<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
