namespace BranchGrading.Domain.Grading;

/// <summary>等级: A 先进, B 较好, C 一般, D 后进; A is the best.</summary>
public enum Grade
{
    /// <summary>先进</summary>
    A,

    /// <summary>较好</summary>
    B,

    /// <summary>一般</summary>
    C,

    /// <summary>后进</summary>
    D,
}
