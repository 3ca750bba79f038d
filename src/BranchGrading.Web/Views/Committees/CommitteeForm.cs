using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Committees;

public sealed class CommitteeForm : IVersionedForm
{
    [Display(Name = "二级党组织名称"), Required(ErrorMessage = "请填写二级党组织名称。"), StringLength(Committee.NameMaxLength, ErrorMessage = "名称最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "类别"), Required(ErrorMessage = "请选择类别。")]
    public CommitteeKind? Kind { get; set; }

    [Display(Name = "党组织编号"), StringLength(Committee.CodeMaxLength, ErrorMessage = "编号最多 {1} 个字。")]
    public string? Code { get; set; }

    public Guid Version { get; set; }

    public static CommitteeForm Of(Committee committee) =>
        new() { Name = committee.Name, Kind = committee.Kind, Code = committee.Code, Version = committee.Version };
}
