using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Password;

public sealed class PasswordForm
{
    public const int MinLength = 8;

    [Display(Name = "现在的密码"), Required(ErrorMessage = "请填写现在的密码。"), StringLength(100, ErrorMessage = "密码最多 100 位。")]
    public string Current { get; set; } = "";

    [Display(Name = "新密码"), Required(ErrorMessage = "请填写新密码。"), StringLength(100, MinimumLength = MinLength, ErrorMessage = "新密码至少 8 位，最多 100 位。")]
    public string Chosen { get; set; } = "";

    [Display(Name = "再写一遍新密码"), Required(ErrorMessage = "请再写一遍新密码。"), Compare(nameof(Chosen), ErrorMessage = "两遍新密码不一样。")]
    public string Repeated { get; set; } = "";
}
