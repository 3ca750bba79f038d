namespace BranchGrading.Web.Exports;

/// <summary>The official forms that go out as workbooks.</summary>
public enum FormKind
{
    /// <summary>附表3</summary>
    Investigation,

    /// <summary>附表4</summary>
    Summary,

    /// <summary>附表5</summary>
    Rectification,
}
