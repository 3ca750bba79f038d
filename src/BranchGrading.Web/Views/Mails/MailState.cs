using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Mails;

/// <summary>What became of a mail.</summary>
public enum MailState
{
    [Display(Name = "等待发送")]
    Waiting,

    [Display(Name = "没有邮箱")]
    NoAddress,

    [Display(Name = "已发送")]
    Sent,

    [Display(Name = "没有发出")]
    GivenUp,
}
