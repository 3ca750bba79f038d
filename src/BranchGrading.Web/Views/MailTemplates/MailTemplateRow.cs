using BranchGrading.Data.Mail;

namespace BranchGrading.Web.Views.MailTemplates;

/// <summary>A kind of mail with its own wording, if it has one.</summary>
public sealed record MailTemplateRow(MailKind Kind, MailTemplate? Own)
{
    public bool IsOn => Own?.IsOn ?? true;

    public bool IsOwn => Own is { Body: not "" };

    public bool IsSwitchable => BuiltInWording.Switchable.Contains(Kind);

    public string Subject => IsOwn ? Own!.Subject : BuiltInWording.Of(Kind).Subject;
}
