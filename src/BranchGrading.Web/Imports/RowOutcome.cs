namespace BranchGrading.Web.Imports;

/// <summary>What writing a row would do.</summary>
public enum RowOutcome
{
    Unchanged,
    Changed,
    New,

    /// <summary>It cannot be written.</summary>
    Error,
}
