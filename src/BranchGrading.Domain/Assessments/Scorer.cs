namespace BranchGrading.Domain.Assessments;

/// <summary>Who gives points or answers: the branch itself, its committee, or the school.</summary>
public enum Scorer
{
    /// <summary>自评</summary>
    Branch,

    /// <summary>初评</summary>
    Committee,

    /// <summary>学校考评</summary>
    School,
}
