using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Imports;

/// <summary>The columns of the roster 党组织名册.</summary>
internal static class RosterColumns
{
    public const string Committee = "二级党组织";
    public const string CommitteeCode = "党组织编号";
    public const string KindOfCommittee = "党组织类别";
    public const string Branch = ImportTable.BranchName;
    public const string TypeOfBranch = "支部类型";
    public const string BranchCode = "支部编号";
    public const string Secretary = "书记姓名";
    public const string Phone = "书记电话";
    public const string Since = "任职时间";
    public const string FullMembers = "正式党员数";
    public const string ProbationaryMembers = "预备党员数";
    public const string Members = "党员数";
    public const string Founded = "成立时间";
    public const string Elected = "换届时间";
    public const string StaffNumber = "登录名";
    public const string Email = "书记邮箱";
    public const string ConcurrentPost = "书记职务";
    public const string CommitteeSize = "支委人数";
    public const string Organiser = "组织员姓名";
    public const string OrganiserPhone = "组织员电话";
    public const string OrganiserEmail = "组织员邮箱";
    public const string OrganiserNumber = "组织员登录名";

    public static readonly string[] CommitteeAliases = ["基层党委", "党总支", "所属党组织", "单位"];
    public static readonly string[] BranchAliases = ["支部名称", "党支部"];

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new(Committee, true, CommitteeAliases) { Width = 26, Hint = "学院党委、党总支或直属党支部的全称；与上一行相同时可以留空" },
        new(CommitteeCode, false, "单位编号") { AsText = true, Hint = "可不填；填了就不能与别的单位相同" },
        new(KindOfCommittee, false) { Fallbacks = ["类别"], Hint = "基层党委、党总支或直属党支部；名称以这几个词结尾时可不填" },
        new(Branch, true, BranchAliases) { Width = 32, Hint = "同一个二级党组织内不能重名" },
        new(TypeOfBranch, true, "类型") { Fallbacks = ["类别"], Hint = "学生、教师（教工）、机关、教辅、后勤、离退休" },
        new(BranchCode, false, "编号") { AsText = true, Hint = "可不填；填了就不能与别的支部相同，以后改名也认得出" },
        new(Secretary, false, "书记", "支部书记") { Width = 10 },
        new(Phone, false, "联系电话", "手机") { AsText = true, Hint = "11 位手机号；座机请带区号" },
        new(Since, false) { AsText = true, Hint = "年月，如 2011-09" },
        new(FullMembers, false) { Width = 10, Hint = "人数" },
        new(ProbationaryMembers, false) { Width = 10, Hint = "人数" },
        new(Members, false) { Width = 10, Hint = "没有分开正式和预备时填这一列" },
        new(Founded, false) { AsText = true, Hint = "年月" },
        new(Elected, false) { AsText = true, Hint = "最近一次换届的年月" },
        new(StaffNumber, false, "工号", "学号") { AsText = true, Hint = "书记的工号或学号，用作登录名" },
        new(Email, false) { Width = 22 },
        new(ConcurrentPost, false) { Hint = "书记的行政职务" },
        new(CommitteeSize, false) { Width = 10, Hint = "人数" },
        new(Organiser, false) { Width = 10, Hint = "二级党组织的组织员，每个单位写一次即可" },
        new(OrganiserPhone, false) { AsText = true },
        new(OrganiserEmail, false) { Width = 22 },
        new(OrganiserNumber, false) { AsText = true, Hint = "组织员的工号，用作登录名" },
    ];
}
