using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.StandardHeads;

public sealed class HeadForm : IVersionedForm
{
    [Display(Name = "指标名称"), Required(ErrorMessage = "请填写指标名称。"), StringLength(StandardHead.NameLength, ErrorMessage = "指标名称最多 {1} 个字。")]
    public string Name { get; set; } = "";

    public Guid Version { get; set; }

    public static HeadForm Of(StandardHead head) => new HeadForm { Name = head.Name }.WithVersion();
}
