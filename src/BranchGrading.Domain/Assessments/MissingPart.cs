namespace BranchGrading.Domain.Assessments;

/// <summary>Something that a self-assessment or a review still lacks: in which step, which item if it is one, and in words.</summary>
public sealed record MissingPart<TPart>(TPart Part, string Text, int? ItemId = null)
    where TPart : struct, Enum;
