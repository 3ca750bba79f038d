using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Organisation;

/// <summary>职务 of a term of office.</summary>
public enum Post
{
    /// <summary>书记</summary>
    [Display(Name = "书记")]
    Secretary,

    /// <summary>副书记</summary>
    [Display(Name = "副书记")]
    DeputySecretary,

    /// <summary>委员</summary>
    [Display(Name = "委员")]
    CommitteeMember,

    /// <summary>组织员: does the party work of a committee.</summary>
    [Display(Name = "组织员")]
    Organiser,
}
