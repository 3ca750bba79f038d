namespace BranchGrading.Data.Auditing;

/// <summary>What an action tells the audit of itself: who acts, from where, and, before it saves, what happens to what and why.</summary>
public sealed class AuditScope
{
    public int? AccountId { get; private set; }

    public string Actor { get; private set; } = "系统";

    public string? Address { get; private set; }

    public AuditEvent? Event { get; private set; }

    public string? Subject { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Who acts, from which address.</summary>
    public void ActAs(int? accountId, string actor, string? address) => (AccountId, Actor, Address) = (accountId, actor, address);

    /// <summary>What the next save does, to what, and why. A save of audited data without it is a mistake of the program and fails.</summary>
    public void Describe(AuditEvent happening, string subject, string? reason = null) => (Event, Subject, Reason) = (happening, Plain(subject), Plain(reason));

    internal void Clear() => (Event, Subject, Reason) = (null, null, null);

    /// <summary>Databases may cut a text at a control character, and the chain must read back what was hashed; characters that nobody sees may turn a line around.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Plain(string? text) => text is null ? null : string.Concat(text
        .Where(character => char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format).Select(character => char.IsControl(character) ? ' ' : character));
}
