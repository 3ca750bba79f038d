namespace BranchGrading.Web.Imports.Reading;

/// <summary>Names and free texts, stored as typed.</summary>
public static class PlainText
{
    /// <summary>Null when blank; longer than <paramref name="maxLength"/> is an error.</summary>
    public static Reading<string?> Read(ImportCell cell, int maxLength) => Reading<string?>.Of(cell, filled =>
        filled.Text.Length <= maxLength
            ? new(filled.Text)
            : Reading<string?>.Refused($"有 {filled.Text.Length} 个字，最多 {maxLength} 个，请缩短"));
}
