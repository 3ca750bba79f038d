using BranchGrading.Data.Mail;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Mails;

/// <summary>A page of the outbox, newest first.</summary>
public sealed record MailList(MailFilter Filter, IReadOnlyList<OutboxMail> Rows, Pager Pager, bool HasServer, bool HasFolder)
{
    public int Waiting { get; init; }

    public int Failed { get; init; }

    public int NoAddress { get; init; }

    public static MailState StateOf(OutboxMail mail) =>
        mail.SentAt is not null ? MailState.Sent : mail.GivenUpAt is not null ? MailState.GivenUp : mail.Address is "" ? MailState.NoAddress : MailState.Waiting;

    public static (string Kind, string Icon) LookOf(MailState state) => state switch
    {
        MailState.Sent => ("ok", "check"),
        MailState.GivenUp => ("bad", "alert"),
        MailState.NoAddress => ("warn", "alert"),
        _ => ("doing", "clock"),
    };
}
