namespace BranchGrading.Domain.Organisation;

/// <summary>The words on screen and in forms for types, kinds and posts.</summary>
public static class OrganisationWords
{
    /// <summary>学生, 教师, 机关管理, 教辅及后勤 or 离退休.</summary>
    public static string Word(this BranchType type) => type switch
    {
        BranchType.Student => "学生",
        BranchType.Teacher => "教师",
        BranchType.Administration => "机关管理",
        BranchType.Support => "教辅及后勤",
        BranchType.Retired => "离退休",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>基层党委, 党总支 or 直属党支部.</summary>
    public static string Word(this CommitteeKind kind) => kind switch
    {
        CommitteeKind.PartyCommittee => "基层党委",
        CommitteeKind.GeneralBranch => "党总支",
        CommitteeKind.DirectBranch => "直属党支部",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>书记, 副书记, 委员 or 组织员.</summary>
    public static string Word(this Post post) => post switch
    {
        Post.Secretary => "书记",
        Post.DeputySecretary => "副书记",
        Post.CommitteeMember => "委员",
        Post.Organiser => "组织员",
        _ => throw new ArgumentOutOfRangeException(nameof(post)),
    };
}
