namespace BranchGrading.Domain.Assessments;

/// <summary>How the committee looked before it confirmed the seven answers.</summary>
public enum InvestigationMethod
{
    /// <summary>调查走访</summary>
    Visit,

    /// <summary>民主评议</summary>
    Appraisal,

    /// <summary>查阅资料</summary>
    Records,
}
