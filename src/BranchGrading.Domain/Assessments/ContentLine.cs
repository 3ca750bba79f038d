namespace BranchGrading.Domain.Assessments;

/// <summary>One line of an assessment or a review in words.</summary>
/// <param name="Part">The step it belongs to, in words.</param>
/// <param name="Key">What it is compared by, e.g. item:17.</param>
/// <param name="Label">What it is called on screen.</param>
/// <param name="Text">What was filled in.</param>
/// <param name="Points">The points it earns; items only.</param>
/// <param name="FullMarks">满分 of the item; items only.</param>
public sealed record ContentLine(string Part, string Key, string Label, string Text, decimal? Points = null, decimal? FullMarks = null)
{
    /// <summary>The attachment that the line names; null for every other line.</summary>
    public int? NamesAttachment() => Key.StartsWith("attachment:", StringComparison.Ordinal) ? int.Parse(Key["attachment:".Length..], System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>An answer with what explains it.</summary>
    internal static string Joined(string answer, string? explanation) => string.IsNullOrEmpty(explanation) ? answer : $"{answer}；{explanation}";
}
