using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;

namespace BranchGrading.Web.Views.Shared;

/// <summary>One entry of the main navigation; an account sees those that a policy of its roles opens.</summary>
public sealed record NavigationItem(string Text, string Address, string Section, string Policy)
{
    /// <summary>How many things wait there; none where it is null or zero.</summary>
    public int? Count { get; init; }

    /// <summary>What the things are that wait, for those who hear the page: 件待答复.</summary>
    public string CountWord { get; init; } = "件待答复";

    private static readonly NavigationItem[] All =
    [
        new("首页", "/", "home", Policies.SignedIn),
        new("本单位支部", "/reviews", "reviews", Policies.Report),
        new("年度评定", "/rounds", "rounds", Policies.SeeRound),
        new("评定结果", "/results", "results", Policies.SeeResults),
        new("日程", "/deadlines", "deadlines", Policies.SeeDeadlines),
        new("通知", "/bulletins", "bulletins", Policies.ReadBulletins),
        new("整改提升", "/plans", "plans", Policies.SeePlan),
        new("组织", "/committees", "committees", Policies.SeeOrganisation),
        new("人员", "/people", "people", Policies.KeepOrganisation),
        new("导入", "/imports", "imports", Policies.KeepOrganisation),
        new("评分标准", "/standards", "standards", Policies.SeeRound),
        new("邮件", "/mails", "mails", Policies.KeepMails),
        new("账号", "/accounts", "accounts", Policies.CareForAccounts),
        new("设置", "/settings", "settings", Policies.Administer),
        new("工作日历", "/calendar", "calendar", Policies.Administer),
        new("操作记录", "/audit", "audit", Policies.ReadAudit),
    ];

    public static IEnumerable<NavigationItem> For(Viewer viewer) =>
        All.Where(item => item.Policy == Policies.SignedIn || Policies.Roles[item.Policy].Any(viewer.Is));

    /// <summary>The same with the publicity that runs now, in front of the results, and the notices that wait for the viewer.</summary>
    public static async Task<IEnumerable<NavigationItem>> ForAsync(Viewer viewer, RunningPublicity publicity, WaitingBulletins bulletins, CancellationToken cancellationToken)
    {
        var items = For(viewer).ToList();
        if (items.FindIndex(item => item.Section == "bulletins") is >= 0 and var notices)
            items[notices] = items[notices] with { Count = (await bulletins.OfAsync(viewer, cancellationToken)).Count, CountWord = "则等您确认" };
        if (items.FindIndex(item => item.Section == "results") is >= 0 and var place && await publicity.RoundAsync(cancellationToken) is { } round)
        {
            items.Insert(place, viewer.IsDepartment
                ? new NavigationItem("公示与异议", $"/rounds/{round.Id}/objections", "publicity", Policies.RunRound) { Count = await publicity.OpenAsync(cancellationToken) }
                : new NavigationItem("公示", $"/rounds/{round.Id}/publicity", "publicity", Policies.SeeResults));
        }

        return items;
    }
}
