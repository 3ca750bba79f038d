using BranchGrading.Data.Mail;

namespace BranchGrading.Web.Views.MailTemplates;

/// <summary>A template that is edited, with what a mail of it looks like.</summary>
public sealed record MailTemplatePage(MailKind Kind, MailTemplateForm Form, MailText Preview, bool HasLinks)
{
    public static MailValues Example { get; } = new() { Unit = "材料学院教工第一党支部", Matter = "2026 年度支部自评", Until = "4月8日 星期三 24:00", Note = "", Path = "/" };

    public bool IsSwitchable => BuiltInWording.Switchable.Contains(Kind);
}
