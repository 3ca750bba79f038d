using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.People;

public sealed class PersonForm : IVersionedForm
{
    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "姓名最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "工号或学号"), StringLength(Person.StaffNumberMaxLength, ErrorMessage = "工号或学号最多 {1} 个字。")]
    public string? StaffNumber { get; set; }

    [Display(Name = "电话"), StringLength(Person.PhoneMaxLength, ErrorMessage = "电话最多 {1} 个字。")]
    public string? Phone { get; set; }

    [Display(Name = "邮箱"), StringLength(Person.EmailMaxLength, ErrorMessage = "邮箱最多 {1} 个字。"), EmailAddress(ErrorMessage = "邮箱的写法不对，应像 name@example.edu.cn。")]
    public string? Email { get; set; }

    public Guid Version { get; set; }

    public static PersonForm Of(Person person) =>
        new() { Name = person.Name, StaffNumber = person.StaffNumber, Phone = person.Phone, Email = person.Email, Version = person.Version };
}
