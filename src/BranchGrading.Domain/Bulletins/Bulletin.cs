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

    /// <summary>A draft, which only the writing side sees.</summary>
    /// <param name="committeeId">The committee that writes it; null for the department.</param>
    /// <param name="kind">通知 or 典型经验.</param>
    /// <param name="title">What it is called in lists and mails.</param>
    /// <param name="content">Plain text with paragraphs.</param>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="needsReceipt">Whether readers confirm that they have read it.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="at">When, in UTC.</param>
    /// <exception cref="RuleViolationException">Something is missing or too long, or a committee writes to others.</exception>
    public Bulletin(int? committeeId, BulletinKind kind, string title, string content, BulletinAudience audience, bool needsReceipt, string by, DateTime at)
    {
        CommitteeId = committeeId;
        Write(kind, title, content, audience, needsReceipt, by, at);
    }

    public int Id { get; private set; }

    public BulletinKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Plain text with paragraphs.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The committee that writes it; null for the department.</summary>
    public int? CommitteeId { get; private set; }

    public Committee? Committee { get; private set; }

    /// <summary>The names of the roles that it is for, joined with commas; at least one.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>Whether readers confirm that they have read it.</summary>
    public bool NeedsReceipt { get; private set; }

    /// <summary>When it was written or last changed.</summary>
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

    public bool IsDraft => PublishedAt is null;

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>Whether those it is for can read it.</summary>
    public bool IsInForce => !IsDraft && !IsWithdrawn;

    /// <summary>Whether it was changed after its publication.</summary>
    public bool IsCorrected => PublishedAt < WrittenAt;

    public IReadOnlyList<string> RoleNames => Roles.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Why it cannot be changed; null when it can.</summary>
    public string? WhyNotEdit => IsWithdrawn ? "这一则已经撤回，不能再改。需要的话请另写一则。" : null;

    /// <summary>Why it cannot be published; null when it can.</summary>
    public string? WhyNotPublish => IsWithdrawn ? "这一则已经撤回，不能再发布。需要的话请另写一则。" : IsDraft ? null : "这一则已经发布。";

    /// <summary>Why it cannot be withdrawn; null when it can.</summary>
    public string? WhyNotWithdraw => IsWithdrawn ? "这一则已经撤回。" : IsDraft ? "这一则还没有发布，不用撤回，可以直接删除草稿。" : null;

    /// <summary>Why it cannot be deleted; null when it can: what others have read stays.</summary>
    public string? WhyNotDelete => IsDraft ? null : "已经发布过的不能删除，可以撤回。";

    /// <summary>Why its reader cannot confirm it; null when they can.</summary>
    public string? WhyNotConfirm => !IsInForce ? "这一则已经撤回，不用确认。" : NeedsReceipt ? null : "这一则不需要确认。";

    /// <summary>Changes a draft, or corrects what is published.</summary>
    /// <param name="kind">通知 or 典型经验.</param>
    /// <param name="title">What it is called in lists and mails.</param>
    /// <param name="content">Plain text with paragraphs.</param>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="needsReceipt">Whether readers confirm that they have read it.</param>
    /// <param name="askAgain">Whether those who confirmed the earlier text are to confirm once more.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="at">When, in UTC.</param>
    public void Edit(BulletinKind kind, string title, string content, BulletinAudience audience, bool needsReceipt, bool askAgain, string by, DateTime at)
    {
        Require(WhyNotEdit);
        Write(kind, title, content, audience, needsReceipt, by, at);
        if (askAgain)
            _receipts.Clear();
    }

    /// <summary>Files come or go: of what is published that is a correction, and nobody confirms files they have not seen.</summary>
    /// <param name="by">Who changes them.</param>
    /// <param name="at">When, in UTC.</param>
    public void ChangeFiles(string by, DateTime at)
    {
        Require(WhyNotEdit);
        if (!IsDraft)
            (WrittenBy, WrittenAt) = (by, at);
    }

    /// <summary>From now on those it is for can read it.</summary>
    public void Publish(DateTime at)
    {
        Require(WhyNotPublish);
        PublishedAt = at;
    }

    /// <summary>Readers do not find it any more; the writing side still does.</summary>
    public void Withdraw(DateTime at)
    {
        Require(WhyNotWithdraw);
        WithdrawnAt = at;
    }

    /// <summary>A reader has read it; a second time changes nothing.</summary>
    /// <param name="accountId">The reader's account.</param>
    /// <param name="by">The reader's name.</param>
    /// <param name="at">When, in UTC.</param>
    /// <returns>Whether this was the first time.</returns>
    public bool Confirm(int accountId, string by, DateTime at)
    {
        Require(WhyNotConfirm);
        if (_receipts.Any(receipt => receipt.AccountId == accountId))
            return false;
        _receipts.Add(new BulletinReceipt(accountId, by, at));
        return true;
    }

    private void Write(BulletinKind kind, string title, string content, BulletinAudience audience, bool needsReceipt, string by, DateTime at)
    {
        if (audience.Roles.Count == 0)
            throw new RuleViolationException("请选择发给谁。");
        if (CommitteeId is not null && audience.Committees.Count > 0)
            throw new RuleViolationException("二级党组织的通知只能发给本单位。");
        Title = Text.Required(title.ReplaceLineEndings(" "), TitleMaxLength, "标题");
        Content = Text.Required(content, ContentMaxLength, "正文");
        (Kind, Roles, NeedsReceipt, WrittenBy, WrittenAt) = (kind, string.Join(',', audience.Roles.Distinct()), needsReceipt, by, at);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Roles.Length, RolesMaxLength);
        _targets.RemoveAll(target => !audience.Committees.Contains(target.CommitteeId));
        _targets.AddRange(audience.Committees.Distinct().Where(id => _targets.All(target => target.CommitteeId != id)).Select(id => new BulletinTarget(id)));
    }

    private static void Require(string? whyNot)
    {
        if (whyNot is not null)
            throw new RuleViolationException(whyNot);
    }
}
