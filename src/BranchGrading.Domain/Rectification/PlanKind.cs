namespace BranchGrading.Domain.Rectification;

/// <summary>What a plan is for: 巩固先进、推动一般、整顿后进.</summary>
public enum PlanKind
{
    /// <summary>整改: of a branch at C or D, which must have a plan.</summary>
    Rectify,

    /// <summary>提升: of a branch that wishes to rise.</summary>
    Rise,

    /// <summary>巩固: of a branch that wishes to stay as good as it is.</summary>
    Consolidate,
}
