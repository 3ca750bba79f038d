using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Participants;

/// <summary>A correction of what was frozen at the opening.</summary>
public sealed class ParticipantForm : IVersionedForm
{
    [Display(Name = "支部名称"), Required(ErrorMessage = "请填写支部名称。"), StringLength(Domain.Organisation.Branch.NameMaxLength, ErrorMessage = "支部名称最多 60 个字。")]
    public string BranchName { get; set; } = "";

    [Display(Name = "支部类型"), Required(ErrorMessage = "请选择支部类型。")]
    public BranchType? Type { get; set; }

    [Display(Name = "书记姓名"), StringLength(Person.NameMaxLength, ErrorMessage = "书记姓名最多 40 个字。")]
    public string? SecretaryName { get; set; }

    [Display(Name = "书记工号或学号"), StringLength(Person.StaffNumberMaxLength, ErrorMessage = "工号或学号最多 40 个字。")]
    public string? SecretaryNumber { get; set; }

    [Display(Name = "书记电话"), StringLength(Person.PhoneMaxLength, ErrorMessage = "书记电话最多 30 个字。")]
    public string? SecretaryPhone { get; set; }

    [Display(Name = "正式党员数"), Required(ErrorMessage = "请填写正式党员数。"), Range(0, Branch.MembersMax, ErrorMessage = "人数不能是负数。")]
    public int? FullMembers { get; set; }

    [Display(Name = "预备党员数"), Required(ErrorMessage = "请填写预备党员数。"), Range(0, Branch.MembersMax, ErrorMessage = "人数不能是负数。")]
    public int? ProbationaryMembers { get; set; }

    /// <summary>A standard of this branch's own; null for that of its type.</summary>
    public int? StandardId { get; set; }

    [Display(Name = "评分标准"), BindNever]
    public string? StandardName { get; set; }

    [Display(Name = "更正的理由"), Required(ErrorMessage = "请写明更正的理由。"), StringLength(300, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    public Guid Version { get; set; }

    /// <param name="participant">The branch in the round, with the round's standards.</param>
    public static ParticipantForm Of(Participant participant) => new()
    {
        BranchName = participant.BranchName,
        Type = participant.BranchType,
        SecretaryName = participant.SecretaryName,
        SecretaryPhone = participant.SecretaryPhone,
        FullMembers = participant.FullMembers,
        ProbationaryMembers = participant.ProbationaryMembers,
        StandardId = participant.StandardId == participant.Round.StandardOf(participant.BranchType) ? null : participant.StandardId,
        Version = participant.Version,
    };
}
