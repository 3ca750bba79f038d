namespace BranchGrading.Domain.Grading;

/// <summary>One step of the page 为什么是这个等级: its title, the sum with the numbers, a sentence, and the grade before and after.</summary>
public sealed record WalkStep(WalkStepKind Kind, string Title, WalkStepState State)
{
    /// <summary>The sum up to its result, e.g. 93.60 × 30% + 88.97 × 70% =; null where nothing is reckoned.</summary>
    public string? Sum { get; init; }

    /// <summary>What the sum comes to, to be set off, e.g. 90.36.</summary>
    public string? Result { get; init; }

    /// <summary>What the numbers mean, in a sentence or two.</summary>
    public required string Sentence { get; init; }

    /// <summary>The grade before this step; null before the first.</summary>
    public Grade? From { get; init; }

    /// <summary>The grade after this step; null while there is none.</summary>
    public Grade? To { get; init; }
}
