namespace BranchGrading.Domain.Assessments;

/// <summary>Who votes in a democratic evaluation.</summary>
public enum Panel
{
    /// <summary>党员测评: the branch's members</summary>
    Members,

    /// <summary>群众测评: the masses</summary>
    Masses,
}
