using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>&lt;error-summary /&gt;: every error of the form at the top of the page, each linked to its field; nothing when there is none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, Message: error.ErrorMessage is { Length: > 0 } said ? said : "有一项看不懂，请检查格式。")))
            .ToList();
        // A page that is only looked at has nothing to be mended, whatever stands in its address.
        if (errors.Count == 0 || HttpMethods.IsGet(ViewContext.HttpContext.Request.Method))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary mb-4");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        output.Content.AppendHtml($"<h2>{IconTagHelper.Markup("error")}");
        if (errors is [{ Key: "" } only])
        {
            output.Content.Append("没有保存").AppendHtml("</h2><p class=\"mt-2\">").Append(only.Message).AppendHtml("</p>");
            return;
        }

        output.Content.Append($"有 {errors.Count} 处要改，改好再保存").AppendHtml("</h2><ul>");
        foreach (var (key, message) in errors)
        {
            output.Content.AppendHtml("<li>");
            if (key.Length > 0)
                output.Content.AppendHtml($"<a href=\"#{TagBuilder.CreateSanitizedId(key, "_")}\">").Append(message).AppendHtml("</a>");
            else
                output.Content.Append(message);
            output.Content.AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul>");
    }
}
