using BranchGrading.Data.Mail;

namespace BranchGrading.Web.Views.Mails;

/// <summary>Which mails are looked for.</summary>
public sealed class MailFilter
{
    public MailState? State { get; set; }

    public MailKind? Kind { get; set; }

    public string? Text { get; set; }

    public bool IsSet => State is not null || Kind is not null || !string.IsNullOrEmpty(Text);

    public string Query => string.Join('&', new[]
    {
        State is { } state ? $"State={state}" : null, Kind is { } kind ? $"Kind={kind}" : null, string.IsNullOrEmpty(Text) ? null : $"Text={Uri.EscapeDataString(Text)}",
    }.OfType<string>());
}
