using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Standards;

/// <summary>A new standard: its name, for whom it is, and what it begins with.</summary>
public sealed class NewStandardForm
{
    [Display(Name = "标准名称"), Required(ErrorMessage = "请填写标准名称。"), StringLength(ScoringStandard.NameLength, ErrorMessage = "标准名称最多 {1} 个字。")]
    public string? Name { get; set; }

    [Display(Name = "适用"), Required(ErrorMessage = "请选择适用的支部。")]
    public StandardKind? Kind { get; set; }

    [Display(Name = "从哪里开始")]
    public StandardStart Start { get; set; }

    public ScoringStandard ToStandard() => (Start, Kind) switch
    {
        (StandardStart.Blank, _) => ScoringStandard.Blank(Name!, Kind!.Value),
        (_, StandardKind.Student) => ExampleStandards.Students().CopyAs(Name!),
        _ => ExampleStandards.Staff().CopyAs(Name!),
    };
}
