namespace BranchGrading.Domain.Assessments;

/// <summary>
/// What a self-assessment or a review says, line by line in words, as it is shown, kept when handed in and compared afterwards:
/// later changes of standard, names or program leave a kept one unchanged.
/// </summary>
public sealed record AssessmentContent(IReadOnlyList<ContentLine> Lines)
{
    /// <summary>What changed from an earlier content to this one, in this one's order, what is gone at the end.</summary>
    public IReadOnlyList<ContentChange> Since(AssessmentContent earlier)
    {
        var before = earlier.Lines.ToDictionary(line => line.Key);
        var keys = Lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Lines.Where(line => before.GetValueOrDefault(line.Key) is not { } known || known.Text != line.Text)
                .Select(line => new ContentChange(line.Part, line.Label, before.GetValueOrDefault(line.Key)?.Text, line.Text)),
            .. earlier.Lines.Where(line => !keys.Contains(line.Key)).Select(line => new ContentChange(line.Part, line.Label, line.Text, null)),
        ];
    }
}
