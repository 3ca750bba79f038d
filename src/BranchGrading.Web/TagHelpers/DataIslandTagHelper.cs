using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>&lt;data-island value="…" /&gt;: figures for a script, as JSON that the browser never runs.</summary>
[HtmlTargetElement("data-island", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DataIslandTagHelper : TagHelper
{
    // The encoder writes < > & as escapes, so that no name can end the element.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public required object Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/json");
        output.Content.SetHtmlContent(JsonSerializer.Serialize(Value, Json));
    }
}
