using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Session;

public sealed class SignInForm
{
    [Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(60, ErrorMessage = "账号最多 60 个字。")]
    public string UserName { get; set; } = "";

    [Display(Name = "密码"), Required(ErrorMessage = "请填写密码。"), StringLength(100, ErrorMessage = "密码最多 100 个字。")]
    public string Password { get; set; } = "";

    public string? ReturnUrl { get; set; }
}
