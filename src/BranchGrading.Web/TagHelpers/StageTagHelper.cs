using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>&lt;stage value="…" /&gt;: what a round has reached.</summary>
[HtmlTargetElement("stage", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StageTagHelper : TagHelper
{
    public RoundStage Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon, word) = Value switch
        {
            RoundStage.Preparing => ("doing", "pencil", "准备中"),
            RoundStage.Open => ("sent", "clock", "进行中"),
            RoundStage.Published => ("sent", "public", "公示中"),
            _ => ("final", "tick", "已定级"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tag tag-{kind}");
        output.Content.SetHtmlContent(IconTagHelper.Markup(icon) + word);
    }
}
