using BranchGrading.Data.Mail;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Mails;

/// <summary>The words of kinds and states of mails.</summary>
public static class MailWords
{
    public static string Word(this MailKind kind) => Choices.NameOf(kind);

    public static string Word(this MailState state) => Choices.NameOf(state);
}
