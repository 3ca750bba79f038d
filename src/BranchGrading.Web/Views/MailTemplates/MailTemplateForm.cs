using System.ComponentModel.DataAnnotations;
using BranchGrading.Data.Mail;

namespace BranchGrading.Web.Views.MailTemplates;

public sealed class MailTemplateForm : IVersionedForm
{
    private const string TooLong = "{0}最多 {1} 个字。";

    [Display(Name = "主题"), Required(ErrorMessage = "请填写主题。"), StringLength(OutboxMail.SubjectMaxLength, ErrorMessage = TooLong)]
    public string Subject { get; set; } = "";

    [Display(Name = "正文"), Required(ErrorMessage = "请填写正文。"), StringLength(OutboxMail.BodyMaxLength, ErrorMessage = TooLong)]
    public string Body { get; set; } = "";

    [Display(Name = "自动发送这类邮件")]
    public bool IsOn { get; set; }

    public Guid Version { get; set; }

    public static MailTemplateForm Of(MailKind kind, MailTemplate? own)
    {
        var text = own is { Body: not "" } ? new MailText(own.Subject, own.Body) : BuiltInWording.Of(kind);
        return new() { Subject = text.Subject, Body = text.Body, IsOn = own?.IsOn ?? true, Version = own?.Version ?? Guid.Empty };
    }

    /// <summary>What is as built in stays so, and follows it in later versions.</summary>
    public void ApplyTo(MailTemplate template)
    {
        var (subject, body) = (Subject.Trim(), Body.ReplaceLineEndings("\n").Trim());
        var isBuiltIn = BuiltInWording.Of(template.Kind) == new MailText(subject, body);
        (template.Subject, template.Body) = isBuiltIn ? ("", "") : (subject, body);
        template.IsOn = IsOn || !BuiltInWording.Switchable.Contains(template.Kind);
    }
}
