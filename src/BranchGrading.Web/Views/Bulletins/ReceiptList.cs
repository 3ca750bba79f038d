using BranchGrading.Data.Queries;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>Who has confirmed a bulletin and who has not, by committee.</summary>
public sealed record ReceiptList(BulletinPage Page, ReceiptFilter Filter, IReadOnlyList<BulletinReader> Found, Pager Pager, string? PublicAddress)
{
    public const int PageSize = 100;

    private const string School = "学校";

    public Bulletin Bulletin => Page.Bulletin;

    public string Address => $"{Page.Address}/receipts";

    public IReadOnlyList<BulletinReader> Open => [.. Page.Readers.Where(reader => reader.ConfirmedAt is null)];

    public IEnumerable<IGrouping<string, BulletinReader>> Groups => Found.Skip(Pager.Skip).Take(PageSize).GroupBy(GroupOf);

    public IEnumerable<string> Committees => Page.Readers.Select(GroupOf).Distinct();

    /// <summary>So many confirmed who do not hold these posts any more.</summary>
    public int Former => Page.Receipts - Page.Confirmed;

    public static string GroupOf(BulletinReader reader) => reader.CommitteeName ?? School;

    public (int Confirmed, int All) CountOf(string group) =>
        (Page.Readers.Count(reader => GroupOf(reader) == group && reader.ConfirmedAt is not null), Page.Readers.Count(reader => GroupOf(reader) == group));

    public int CountOf(ReceiptShow show) => Page.Readers.Count(reader => Filter.Holds(reader, show));

    /// <summary>The text to paste into a chat group: what, who, by committee.</summary>
    public string ChatText() => string.Join('\n', Open.GroupBy(GroupOf).Select(group => $"{group.Key}：{string.Join("、", group.Select(reader => reader.Recipient.Name))}")
        .Prepend($"还没有确认的（{Open.Count} 人）：").Prepend($"【催办】请阅读{Bulletin.Kind.Word()}「{Bulletin.Title}」并点「我已阅读」。")
        .Append(string.IsNullOrWhiteSpace(PublicAddress) ? "请登录系统，在「通知」里阅读。" : $"{PublicAddress.TrimEnd('/')}{Page.Address}"));

    public Table Sheet(SchoolClock clock) => new(
        "确认情况",
        [new("二级党组织", 36, IsNumber: false), new("姓名", 14, IsNumber: false), new("职务", 44, IsNumber: false), new("是否确认", 10, IsNumber: false), new("确认时间", 20, IsNumber: false), new("说明", 20, IsNumber: false)],
        [.. Found.Select(reader => (IReadOnlyList<object?>)[GroupOf(reader), reader.Recipient.Name, string.Join("、", reader.Posts), reader.ConfirmedAt is null ? "否" : "是", reader.ConfirmedAt is { } at ? clock.ShowMoment(at) : null, Lacks(reader)])]);

    /// <summary>Why a mail, or the page itself, does not reach somebody; null where both do.</summary>
    public static string? Lacks(BulletinReader reader) => !reader.HasAccount ? "没有账号" : !reader.HasAddress && reader.ConfirmedAt is null ? "没有邮箱" : null;
}
