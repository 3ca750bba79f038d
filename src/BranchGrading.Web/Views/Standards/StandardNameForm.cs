using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Standards;

public sealed class StandardNameForm : IVersionedForm
{
    [Display(Name = "标准名称"), Required(ErrorMessage = "请填写标准名称。"), StringLength(ScoringStandard.NameLength, ErrorMessage = "标准名称最多 {1} 个字。")]
    public string? Name { get; set; }

    public Guid Version { get; set; }

    public static StandardNameForm Of(ScoringStandard standard) => new StandardNameForm { Name = standard.Name }.WithVersion();

    public static string Taken(string name) => $"已经有名为「{name.Trim()}」的标准，请换一个名称。";
}
