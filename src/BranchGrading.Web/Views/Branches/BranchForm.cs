using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Branches;

public class BranchForm : IVersionedForm
{
    private const string CountError = "人数应在 {1} 到 {2} 之间。";

    [Display(Name = "支部名称"), Required(ErrorMessage = "请填写支部名称。"), StringLength(Branch.NameMaxLength, ErrorMessage = "支部名称最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "支部类型"), Required(ErrorMessage = "请选择支部类型。")]
    public BranchType? Type { get; set; }

    [Display(Name = "支部编号"), StringLength(Branch.CodeMaxLength, ErrorMessage = "支部编号最多 {1} 个字。")]
    public string? Code { get; set; }

    [Display(Name = "正式党员数"), Required(ErrorMessage = "请填写正式党员数，没有填 0。"), Range(0, Branch.MembersMax, ErrorMessage = CountError)]
    public int? FullMembers { get; set; }

    [Display(Name = "预备党员数"), Required(ErrorMessage = "请填写预备党员数，没有填 0。"), Range(0, Branch.MembersMax, ErrorMessage = CountError)]
    public int? ProbationaryMembers { get; set; }

    [Display(Name = "支委人数"), Range(0, Branch.MembersMax, ErrorMessage = CountError)]
    public int? CommitteeSize { get; set; }

    [Display(Name = "成立时间")]
    public DateOnly? Founded { get; set; }

    [Display(Name = "换届时间")]
    public DateOnly? Elected { get; set; }

    public Guid Version { get; set; }

    public static BranchForm Of(Branch branch) => new()
    {
        Name = branch.Name,
        Type = branch.Type,
        Code = branch.Code,
        FullMembers = branch.FullMembers,
        ProbationaryMembers = branch.ProbationaryMembers,
        CommitteeSize = branch.CommitteeSize,
        Founded = branch.Founded,
        Elected = branch.Elected,
        Version = branch.Version,
    };

    public void ApplyTo(Branch branch)
    {
        branch.Edit(Name, Type!.Value, Code);
        branch.Describe(FullMembers!.Value, ProbationaryMembers!.Value, CommitteeSize, Founded, Elected);
    }
}
