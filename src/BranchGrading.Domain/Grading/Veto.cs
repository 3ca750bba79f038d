namespace BranchGrading.Domain.Grading;

/// <summary>一票否决: a veto that committee or school marked makes the branch a D (§3.5a).</summary>
public static class Veto
{
    /// <summary>D where a veto applies, else the grade reached so far (§3.5a).</summary>
    public static Grade Limit(Grade reached, bool vetoed) => vetoed ? Grade.D : reached;
}
