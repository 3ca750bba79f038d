using BranchGrading.Domain.Grading;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BranchGrading.Web.TagHelpers;

/// <summary>How settled a grade is: solid, outlined or a bare letter.</summary>
public enum GradeWeight
{
    /// <summary>Settled.</summary>
    Settled,

    /// <summary>Computed or proposed.</summary>
    Soft,

    /// <summary>Context, such as last year's.</summary>
    Plain,
}

/// <summary>&lt;grade value="…" weight="Soft" /&gt;: letter, word and colour of a grade, chosen here and nowhere else.</summary>
[HtmlTargetElement("grade", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GradeTagHelper : TagHelper
{
    public Grade? Value { get; set; }

    public GradeWeight Weight { get; set; }

    public bool Large { get; set; }

    /// <summary>Shows the letter only; the word is still read aloud.</summary>
    public bool LetterOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } grade)
        {
            output.Attributes.SetAttribute("class", "grade grade-none");
            output.Content.SetHtmlContent("""<b aria-hidden="true">–</b><span class="visually-hidden">无</span>""");
            return;
        }

        var weight = Weight switch { GradeWeight.Soft => " grade-soft", GradeWeight.Plain => " grade-plain", _ => "" };
        output.Attributes.SetAttribute("class", $"grade grade-{grade.ToString().ToLowerInvariant()}{weight}{(Large ? " grade-lg" : "")}");
        var word = LetterOnly || Weight == GradeWeight.Plain ? $"""<span class="visually-hidden">{grade.Word()}</span>""" : grade.Word();
        output.Content.SetHtmlContent($"<b>{grade}</b>{word}");
    }
}
