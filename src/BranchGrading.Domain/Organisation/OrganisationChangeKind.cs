namespace BranchGrading.Domain.Organisation;

/// <summary>What happened to branches.</summary>
public enum OrganisationChangeKind
{
    /// <summary>成立</summary>
    Founding,

    /// <summary>撤销</summary>
    Dissolution,

    /// <summary>合并: several become one.</summary>
    Merger,

    /// <summary>拆分: one becomes several.</summary>
    Split,

    /// <summary>更名</summary>
    Renaming,

    /// <summary>调整隶属: to another committee.</summary>
    Move,

    /// <summary>书记变更</summary>
    SecretaryChange,
}
