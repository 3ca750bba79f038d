namespace BranchGrading.Domain.Grading;

/// <summary>群众满意率最低要求: who stays below it is a C at most (§3.5b).</summary>
public static class MassSatisfactionLimit
{
    /// <summary>C at most where the masses' satisfaction in percent is below the least the round asks for (§3.5b).</summary>
    public static Grade Limit(Grade reached, decimal massSatisfaction, decimal? least) =>
        massSatisfaction < least ? reached.AtMost(Grade.C) : reached;
}
