using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>
/// &lt;field for="Name" hint="…" /&gt;: label, hint, error and input of one form property, bound together for eyes and screen readers.
/// The input follows the property's type; <c>rows</c> makes a text area, <c>items</c> a list to choose from.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator, HtmlEncoder encoder) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Takes the place of the property's display name.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Says when the field is wanted, in place of （可不填）.</summary>
    public string? WantedFor { get; set; }

    /// <summary>w-num, w-date, w-name; full width without.</summary>
    public string? Width { get; set; }

    /// <summary>Stands behind the input, e.g. 分 or %.</summary>
    public string? Unit { get; set; }

    public string? Type { get; set; }

    public string? Autocomplete { get; set; }

    public int Rows { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        var label = Label ?? For.Metadata.GetDisplayName();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", errors.Count > 0 ? "field has-error" : "field");
        if (For.Metadata.UnderlyingOrModelType == typeof(bool) && Items is null)
        {
            output.Content.AppendHtml(Choice(name, id, label));
            return;
        }

        var content = output.Content;
        content.AppendHtml($"""<label class="field-label" for="{id}">""").Append(label);
        if (WantedFor is not null)
            content.AppendHtml("""<span class="field-optional">""").Append($"（{WantedFor}）").AppendHtml("</span>");
        else if (!For.Metadata.IsRequired && !For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any())
            content.AppendHtml("""<span class="field-optional">（可不填）</span>""");
        content.AppendHtml("</label>");
        var described = new List<string>();
        if (Hint is not null)
        {
            content.AppendHtml($"""<span class="field-hint" id="{id}-hint">""").Append(Hint).AppendHtml("</span>");
            described.Add($"{id}-hint");
        }

        if (errors.Count > 0)
        {
            content.AppendHtml($"""<p class="field-error" id="{id}-error">{IconTagHelper.Markup("error")}<span>""").Append(Message(errors[0])).AppendHtml("</span></p>");
            described.Add($"{id}-error");
        }

        if (Unit is not null)
            content.AppendHtml("<div class=\"with-unit\">");
        content.AppendHtml(Input(name, id, errors.Count > 0, described));
        if (Unit is not null)
            content.AppendHtml("<span>").Append(Unit).AppendHtml("</span></div>");
    }

    /// <summary>What the framework says of an exception that it caught while binding is not for users.</summary>
    private static string Message(ModelError error) => error.ErrorMessage is { Length: > 0 } message ? message : "这一项看不懂，请检查格式。";

    private IHtmlContent Input(string name, string id, bool invalid, List<string> described)
    {
        var attributes = new Dictionary<string, object?> { ["id"] = id, ["class"] = $"form-control {Width}".TrimEnd() };
        if (described.Count > 0)
            attributes["aria-describedby"] = string.Join(' ', described);
        if (invalid)
            attributes["aria-invalid"] = "true";
        if (Autocomplete is not null)
            attributes["autocomplete"] = Autocomplete;
        if (For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault() is { } length)
            attributes["maxlength"] = length.MaximumLength;

        if (Items is not null)
        {
            attributes["class"] = $"form-select {Width}".TrimEnd();
            return generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items, allowMultiple: false, htmlAttributes: attributes);
        }

        if (Rows > 0)
            return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes);
        if (Type == "password")
            return generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, attributes);

        var type = For.Metadata.UnderlyingOrModelType;
        attributes["type"] = Type ?? (type == typeof(DateOnly) ? "date" : type == typeof(TimeOnly) ? "time" : "text");
        if (type == typeof(int))
            attributes["inputmode"] = "numeric";
        else if (type == typeof(decimal))
            attributes["inputmode"] = "decimal";
        var value = For.Model switch
        {
            DateOnly day when Type == "month" => day.ToString("yyyy-MM"),
            DateOnly day => day.ToString("yyyy-MM-dd"),
            TimeOnly time => time.ToString("HH:mm"),
            decimal number => number.ToString("0.####"),
            var other => other,
        };
        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, value, null, attributes);
    }

    private HtmlContentBuilder Choice(string name, string id, string label)
    {
        var isChecked = For.Model is true;
        if (ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } attempted)
            isChecked = attempted.Contains("true", StringComparison.Ordinal);
        var content = new HtmlContentBuilder();
        content.AppendHtml($"""<label class="choice" for="{id}"><input class="form-check-input" type="checkbox" id="{id}" name="{encoder.Encode(name)}" value="true"{(isChecked ? " checked" : "")}><span>""").Append(label);
        if (Hint is not null)
            content.AppendHtml("<br><span class=\"small muted\">").Append(Hint).AppendHtml("</span>");
        content.AppendHtml("</span></label>");
        return content;
    }
}
