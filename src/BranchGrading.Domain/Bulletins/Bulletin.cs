using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Bulletins;

/// <summary>通知 or 典型经验 of the department or a committee, for roles and committees.</summary>
public sealed class Bulletin
{
    public const int TitleMaxLength = 100;
    public const int ContentMaxLength = 4000;
    public const int RolesMaxLength = 200;

    private readonly List<BulletinTarget> _targets = [];
    private readonly List<BulletinReceipt> _receipts = [];

    private Bulletin()
    {
    }

    public int Id { get; private set; }

    public BulletinKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Plain text with paragraphs.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The committee that writes it; null for the department.</summary>
    public int? CommitteeId { get; private set; }

    public Committee? Committee { get; private set; }

    /// <summary>The names of the roles that it is for, joined with commas; empty for all.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>Whether readers confirm that they have read it.</summary>
    public bool NeedsReceipt { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public string WrittenBy { get; private set; } = "";

    /// <summary>Null while it is a draft.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When it was withdrawn.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The committees that it is for; none for all.</summary>
    public IReadOnlyList<BulletinTarget> Targets => _targets;

    public IReadOnlyList<BulletinReceipt> Receipts => _receipts;
}
