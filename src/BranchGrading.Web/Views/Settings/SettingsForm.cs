using System.ComponentModel.DataAnnotations;
using BranchGrading.Data;
using BranchGrading.Data.Mail;

namespace BranchGrading.Web.Views.Settings;

public sealed class SettingsForm : IVersionedForm
{
    private const string TooLong = "{0}最多 {1} 个字。";

    [Display(Name = "学校名称"), Required(ErrorMessage = "请填写学校名称。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string SchoolName { get; set; } = "";

    [Display(Name = "主管部门"), Required(ErrorMessage = "请填写主管部门。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string DepartmentName { get; set; } = "";

    [Display(Name = "咨询电话"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string? ContactPhone { get; set; }

    [Display(Name = "附表 3 标题"), Required(ErrorMessage = "请填写附表 3 标题。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string InvestigationFormTitle { get; set; } = "";

    [Display(Name = "附表 4 标题"), Required(ErrorMessage = "请填写附表 4 标题。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string SummaryFormTitle { get; set; } = "";

    [Display(Name = "附表 5 标题"), Required(ErrorMessage = "请填写附表 5 标题。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string RectificationFormTitle { get; set; } = "";

    [Display(Name = "附表 5 列出所有支部")]
    public bool RectificationListsAll { get; set; }

    [Display(Name = "表名后的说明"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string? FormNote { get; set; }

    [Display(Name = "表下的签字栏"), Required(ErrorMessage = "请填写表下的签字栏。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string FormFoot { get; set; } = "";

    [Display(Name = "标题字体"), Required(ErrorMessage = "请填写标题字体。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string TitleFont { get; set; } = "";

    [Display(Name = "正文字体"), Required(ErrorMessage = "请填写正文字体。"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong)]
    public string BodyFont { get; set; } = "";

    [Display(Name = "部门邮箱"), StringLength(OutboxMail.AddressMaxLength, ErrorMessage = TooLong), RegularExpression(@"\s*[^@\s,;<>]+@[^@\s,;<>]+\s*", ErrorMessage = "邮箱写得不对，例如：zzb@example.edu.cn。只能写一个。")]
    public string? DepartmentMail { get; set; }

    [Display(Name = "系统网址"), StringLength(SchoolSettings.TextMaxLength, ErrorMessage = TooLong), RegularExpression(@"\s*https?://[^\s/?#@]+/?\s*", ErrorMessage = "网址写得不对，例如：https://djpj.example.edu.cn。")]
    public string? PublicAddress { get; set; }

    [Display(Name = "截止前几天提醒"), Range(0, 14, ErrorMessage = "请填 0 到 14 之间的天数。")]
    public int ReminderDays { get; set; }

    public Guid Version { get; set; }

    public static SettingsForm Of(SchoolSettings settings) => new()
    {
        SchoolName = settings.SchoolName,
        DepartmentName = settings.DepartmentName,
        ContactPhone = settings.ContactPhone,
        InvestigationFormTitle = settings.InvestigationFormTitle,
        SummaryFormTitle = settings.SummaryFormTitle,
        RectificationFormTitle = settings.RectificationFormTitle,
        RectificationListsAll = settings.RectificationListsAll,
        FormNote = settings.FormNote,
        FormFoot = settings.FormFoot,
        TitleFont = settings.TitleFont,
        BodyFont = settings.BodyFont,
        DepartmentMail = settings.DepartmentMail,
        PublicAddress = settings.PublicAddress,
        ReminderDays = settings.ReminderDays,
        Version = settings.Version,
    };

    public void ApplyTo(SchoolSettings settings)
    {
        (settings.SchoolName, settings.DepartmentName) = (SchoolName.Trim(), DepartmentName.Trim());
        (settings.ContactPhone, settings.FormNote) = (Blank(ContactPhone), Blank(FormNote));
        (settings.InvestigationFormTitle, settings.RectificationFormTitle, settings.RectificationListsAll) = (InvestigationFormTitle.Trim(), RectificationFormTitle.Trim(), RectificationListsAll);
        (settings.SummaryFormTitle, settings.FormFoot) = (SummaryFormTitle.Trim(), FormFoot.Trim());
        (settings.TitleFont, settings.BodyFont) = (TitleFont.Trim(), BodyFont.Trim());
        (settings.DepartmentMail, settings.PublicAddress, settings.ReminderDays) = (Blank(DepartmentMail), Blank(PublicAddress)?.TrimEnd('/'), ReminderDays);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
