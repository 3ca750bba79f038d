namespace BranchGrading.Domain;

/// <summary>Guards the texts of entities: trimmed, within their length, present where they must be.</summary>
internal static class Text
{
    public static string Required(string? value, int maxLength, string what)
    {
        var text = Optional(value, maxLength, what);
        return text ?? throw new RuleViolationException($"请填写{what}。");
    }

    public static string? Optional(string? value, int maxLength, string what)
    {
        // Characters that nobody sees make two names look like one, or one like none. A line's end counts as one character, whoever sent it.
        var text = value is null ? null : string.Concat(value.ReplaceLineEndings("\n").Where(IsVisible)).Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return text.Length <= maxLength ? text : throw new RuleViolationException($"{what}最多 {maxLength} 个字，现在有 {text.Length} 个字。");
    }

    private static bool IsVisible(char character) => character is '\n' or '\r' or '\t'
        || char.GetUnicodeCategory(character) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format);

    public static string OrBlank(string? value, int maxLength, string what) => Optional(value, maxLength, what) ?? "";
}
