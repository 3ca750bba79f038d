using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;

namespace BranchGrading.Web.Views.Shared;

/// <summary>One entry of the main navigation; an account sees those that a policy of its roles opens.</summary>
public sealed record NavigationItem(string Text, string Address, string Section, string Policy)
{
    private static readonly NavigationItem[] All =
    [
        new("首页", "/", "home", Policies.SignedIn),
        new("本单位支部", "/reviews", "reviews", Policies.Report),
        new("年度评定", "/rounds", "rounds", Policies.SeeRound),
        new("评定结果", "/results", "results", Policies.SeeResults),
        new("组织", "/committees", "committees", Policies.SeeOrganisation),
        new("人员", "/people", "people", Policies.KeepOrganisation),
        new("导入", "/imports", "imports", Policies.KeepOrganisation),
        new("评分标准", "/standards", "standards", Policies.SeeRound),
        new("账号", "/accounts", "accounts", Policies.CareForAccounts),
        new("设置", "/settings", "settings", Policies.Administer),
        new("操作记录", "/audit", "audit", Policies.ReadAudit),
    ];

    public static IEnumerable<NavigationItem> For(Viewer viewer) =>
        All.Where(item => item.Policy == Policies.SignedIn || Policies.Roles[item.Policy].Any(viewer.Is));
}
