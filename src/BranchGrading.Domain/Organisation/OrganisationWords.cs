namespace BranchGrading.Domain.Organisation;

/// <summary>The words on screen and in forms for types, kinds and posts.</summary>
public static class OrganisationWords
{
    /// <summary>学生, 教师, 机关管理, 教辅及后勤 or 离退休.</summary>
    public static string Word(this BranchType type) => Words<BranchType>.All[type];

    /// <summary>基层党委, 党总支 or 直属党支部.</summary>
    public static string Word(this CommitteeKind kind) => Words<CommitteeKind>.All[kind];

    /// <summary>书记, 副书记, 委员 or 组织员.</summary>
    public static string Word(this Post post) => Words<Post>.All[post];

    /// <summary>没有书记, 党员不足 3 人, 换届逾期, …</summary>
    public static string Word(this OrganisationWarningKind kind) => Words<OrganisationWarningKind>.All[kind];
}
