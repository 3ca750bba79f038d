using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using Members = BranchGrading.Domain.Organisation.FloatingMembers;

namespace BranchGrading.Web.Views.FloatingMembers;

/// <summary>流动党员 in one place.</summary>
public sealed class FloatingForm : IVersionedForm
{
    [Display(Name = "流动去向"), Required(ErrorMessage = "请填写流动去向。"), StringLength(Members.PlaceMaxLength, ErrorMessage = "流动去向最多 {1} 个字。")]
    public string Place { get; set; } = "";

    [Display(Name = "人数"), Required(ErrorMessage = "请填写人数。"), Range(1, Branch.MembersMax, ErrorMessage = "人数应在 {1} 到 {2} 之间。")]
    public int? Count { get; set; }

    [Display(Name = "参加组织生活的党组织"), StringLength(Members.HostMaxLength, ErrorMessage = "党组织名称最多 {1} 个字。")]
    public string? Host { get; set; }

    public Guid Version { get; set; }

    public static FloatingForm Of(Members floating) => new() { Place = floating.Place, Count = floating.Count, Host = floating.Host, Version = floating.Version };
}
