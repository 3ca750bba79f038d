using System.ComponentModel.DataAnnotations;
using System.Reflection;
using BranchGrading.Data.Mail;

namespace BranchGrading.Web.Views.Mails;

/// <summary>The words of kinds and states of mails.</summary>
public static class MailWords
{
    public static string Word(this MailKind kind) => Named(kind);

    public static string Word(this MailState state) => Named(state);

    private static string Named<T>(T value)
        where T : struct, Enum => typeof(T).GetField(value.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!;
}
