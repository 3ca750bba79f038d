using System.ComponentModel.DataAnnotations;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Accounts;

public sealed class NewAccountForm : IRolesForm
{
    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "姓名最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "工号或学号"), StringLength(Person.StaffNumberMaxLength, ErrorMessage = "工号或学号最多 {1} 个字。")]
    public string? StaffNumber { get; set; }

    [Display(Name = "登录名"), StringLength(Account.UserNameMaxLength, ErrorMessage = "登录名最多 {1} 个字。")]
    public string? UserName { get; set; }

    public List<string> Roles { get; set; } = [];
}
