namespace BranchGrading.Domain.Organisation;

/// <summary>职务 of a term of office.</summary>
public enum Post
{
    /// <summary>书记</summary>
    Secretary,

    /// <summary>副书记</summary>
    DeputySecretary,

    /// <summary>委员</summary>
    CommitteeMember,

    /// <summary>组织员: does the party work of a committee.</summary>
    Organiser,
}
