using System.ComponentModel.DataAnnotations;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Bulletins;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>A 通知 or 典型经验 as it is written.</summary>
public sealed class BulletinForm : IVersionedForm
{
    /// <summary>Stands for the department in <see cref="Side"/>.</summary>
    public const int School = 0;

    /// <summary>In whose name; chosen once.</summary>
    [Required(ErrorMessage = "请选择以谁的名义发布。")]
    public int? Side { get; set; }

    [Display(Name = "类别"), Required(ErrorMessage = "请选择通知或典型经验。")]
    public BulletinKind? Kind { get; set; } = BulletinKind.Notice;

    [Display(Name = "标题"), Required(ErrorMessage = "请写标题。"), StringLength(Bulletin.TitleMaxLength, ErrorMessage = "标题最多 {1} 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "正文"), Required(ErrorMessage = "请写正文。"), StringLength(Bulletin.ContentMaxLength, ErrorMessage = "正文最多 {1} 个字。更长的请放进附件。")]
    public string Content { get; set; } = "";

    public List<string> Roles { get; set; } = [];

    public BulletinScope Scope { get; set; }

    public List<int> Committees { get; set; } = [];

    [Display(Name = "要每个人点「我已阅读」确认")]
    public bool NeedsReceipt { get; set; }

    /// <summary>Of a published one: those who confirmed the earlier text are asked once more.</summary>
    public bool AskAgain { get; set; }

    /// <summary>Of a published one: whoever got no mail about it gets one.</summary>
    public bool MailToo { get; set; }

    public Guid Version { get; set; }

    /// <summary>Whom it is for in words, by which two states are compared.</summary>
    [Display(Name = "发给谁")]
    public string? RoleNames { get; private set; }

    [Display(Name = "范围")]
    public string? CommitteeNames { get; private set; }

    internal int? CommitteeId => Side is null or School ? null : Side;

    internal BulletinAudience Audience => new([.. Data.Identity.Roles.Names.Keys.Where(Roles.Contains)], CommitteeId is null && Scope == BulletinScope.Chosen ? Committees : []);

    public static BulletinForm Of(Bulletin bulletin) => new()
    {
        Side = bulletin.CommitteeId ?? School,
        Kind = bulletin.Kind,
        Title = bulletin.Title,
        Content = bulletin.Content,
        Roles = [.. bulletin.RoleNames],
        Scope = bulletin.Targets.Count == 0 ? BulletinScope.All : BulletinScope.Chosen,
        Committees = [.. bulletin.Targets.Select(target => target.CommitteeId)],
        NeedsReceipt = bulletin.NeedsReceipt,
        Version = bulletin.Version,
    };

    public BulletinForm Named(IReadOnlyList<(int Id, string Name)> committees)
    {
        RoleNames = string.Join("、", Data.Identity.Roles.Names.Where(role => Roles.Contains(role.Key)).Select(role => role.Value));
        CommitteeNames = CommitteeId is not null ? null : Scope == BulletinScope.All ? "全部二级党组织" : string.Join("、", committees.Where(committee => Committees.Contains(committee.Id)).Select(committee => committee.Name));
        return this;
    }
}
