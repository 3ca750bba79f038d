using BranchGrading.Data.Mail;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Mails;

/// <summary>A page of the outbox, newest first; mails are carried where there is a server or a folder.</summary>
public sealed record MailList(MailFilter Filter, IReadOnlyList<OutboxMail> Rows, Pager Pager, bool IsCarried)
{
    public int Waiting { get; init; }

    public int Failed { get; init; }

    public int NoAddress { get; init; }

    /// <summary>How many of those that the filter shows may be tried again all together.</summary>
    public int Retryable { get; init; }

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
