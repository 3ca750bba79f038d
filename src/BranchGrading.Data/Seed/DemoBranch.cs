using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Seed;

/// <summary>
/// A branch of the demo school. Its strength is the composite it comes to this year; all its figures follow from it, so that
/// two branches of equal strength tie in everything.
/// </summary>
internal sealed record DemoBranch(string Name, BranchType Type, string Secretary, decimal Strength, params MissingInput[] Lacks)
{
    public string? StaffNumber { get; init; }

    /// <summary>How this year's papers come in.</summary>
    public DemoWork Work { get; init; }

    /// <summary>Last year's composite, where the story needs it to differ.</summary>
    public decimal? LastYear { get; init; }

    /// <summary>Founded this year: no earlier grades.</summary>
    public bool IsNew { get; init; }

    public bool IsVetoed { get; init; }
}
