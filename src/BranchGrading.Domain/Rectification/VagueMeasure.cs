using System.Text.RegularExpressions;

namespace BranchGrading.Domain.Rectification;

/// <summary>Finds measures that nobody could accept later because they name nothing that can be counted; a hint, never a refusal.</summary>
public static partial class VagueMeasure
{
    /// <summary>A measure without a figure or a time says too little below this many characters.</summary>
    public const int ShortLength = 10;

    /// <summary>What makes a measure hard to accept, in words for the officer; null where nothing does, or nothing is written yet.</summary>
    public static string? HintFor(string measure)
    {
        var text = Blank().Replace(measure, "");
        if (text.Length == 0 || Concrete().IsMatch(Hollow().Replace(text, "")))
            return null;
        if (text.Length < ShortLength)
            return $"只有 {text.Length} 个字，没有写做什么、做几次、什么时候做";
        return Hollow().Match(text) is { Success: true, Value: var word } ? $"写了「{word}」，没有次数、人数或时间，验收时不好核对" : null;
    }

    [GeneratedRegex(@"\s|\p{P}")]
    private static partial Regex Blank();

    [GeneratedRegex("进一步|加强|提高|提升|努力|认真|继续|不断|切实|积极|重视|完善|改进|深入|强化")]
    private static partial Regex Hollow();

    /// <summary>A figure, a counted thing, or a time.</summary>
    [GeneratedRegex("[0-9０-９]|[一二三四五六七八九十百两半几][次人名个场篇项份天日周月季年期条门轮分块间]|每[天日周月季年学名个位次]|[逐按][人月周季年]|年底|月底|学期")]
    private static partial Regex Concrete();
}
