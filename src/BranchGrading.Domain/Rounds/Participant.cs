using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Rounds;

/// <summary>A branch in a round, with name, type, unit, secretary and member counts as they were at opening.</summary>
public sealed class Participant
{
    public const int AddedReasonMaxLength = 300;

    private readonly List<LeadingMember> _leadingGroup = [];

    private Participant()
    {
    }

    internal Participant(Branch branch, int standardId)
    {
        var secretary = branch.Secretary;
        (Branch, Committee) = (branch, branch.Committee);
        (BranchName, BranchType, DisplayOrder) = (branch.Name, branch.Type, branch.DisplayOrder);
        (CommitteeName, CommitteeCode, CommitteeKind, CommitteeOrder) =
            (branch.Committee.Name, branch.Committee.Code, branch.Committee.Kind, branch.Committee.DisplayOrder);
        (SecretaryName, SecretaryPhone, SecretaryPersonId) = (secretary?.Person.Name, secretary?.Person.Phone, secretary?.PersonId);
        (FullMembers, ProbationaryMembers) = (branch.FullMembers, branch.ProbationaryMembers);
        (SecretaryPost, CommitteeSize, Founded, Elected) = (secretary?.ConcurrentPost, branch.CommitteeSize, branch.Founded, branch.Elected);
        StandardId = standardId;
        _leadingGroup.AddRange(branch.Terms.Where(term => term.IsCurrent).Select(term => new LeadingMember(term)));
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public GradingRound Round { get; private set; } = null!;

    public int BranchId { get; private set; }

    public Branch Branch { get; private set; } = null!;

    public string BranchName { get; private set; } = "";

    public BranchType BranchType { get; private set; }

    public int DisplayOrder { get; private set; }

    public int CommitteeId { get; private set; }

    public Committee Committee { get; private set; } = null!;

    public string CommitteeName { get; private set; } = "";

    public string? CommitteeCode { get; private set; }

    public CommitteeKind CommitteeKind { get; private set; }

    public int CommitteeOrder { get; private set; }

    public string? SecretaryName { get; private set; }

    public string? SecretaryPhone { get; private set; }

    public int? SecretaryPersonId { get; private set; }

    public int FullMembers { get; private set; }

    public int ProbationaryMembers { get; private set; }

    /// <summary>书记职务: the secretary's concurrent post.</summary>
    public string? SecretaryPost { get; private set; }

    /// <summary>支委人数, persons; null when not told.</summary>
    public int? CommitteeSize { get; private set; }

    /// <summary>成立时间: a month, kept as its first day.</summary>
    public DateOnly? Founded { get; private set; }

    /// <summary>换届时间: the month of the last election, kept as its first day.</summary>
    public DateOnly? Elected { get; private set; }

    public int StandardId { get; private set; }

    /// <summary>补充参评: why a branch was taken in after the opening; null for those of the opening.</summary>
    public string? AddedReason { get; private set; }

    public string? AddedBy { get; private set; }

    public DateTime? AddedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>班子成员 as in office at the opening.</summary>
    public IReadOnlyList<LeadingMember> LeadingGroup => _leadingGroup;

    internal static Participant Late(Branch branch, Participant? sibling, int standardId, string reason, string by, DateTime at)
    {
        var late = new Participant(branch, standardId) { AddedReason = Text.Required(reason, AddedReasonMaxLength, "补充参评的理由"), AddedBy = by, AddedAt = at };
        if (sibling is not null)
            (late.CommitteeName, late.CommitteeCode, late.CommitteeKind, late.CommitteeOrder) = (sibling.CommitteeName, sibling.CommitteeCode, sibling.CommitteeKind, sibling.CommitteeOrder);
        return late;
    }

    /// <summary>Corrects a frozen mistake; the reason stands in the audit (§2.1).</summary>
    /// <param name="branchName">The branch's name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="secretaryName">The secretary's name; the same person's, spelt otherwise, unless another is given.</param>
    /// <param name="secretary">Another person, who was the secretary at the opening; null where it is the same one.</param>
    /// <param name="secretaryPhone">The secretary's phone.</param>
    /// <param name="fullMembers">正式党员数.</param>
    /// <param name="probationaryMembers">预备党员数.</param>
    public void Correct(string branchName, BranchType type, string? secretaryName, Person? secretary, string? secretaryPhone, int fullMembers, int probationaryMembers)
    {
        Round.RequireOpen();
        if (fullMembers is < 0 or > Branch.MembersMax || probationaryMembers is < 0 or > Branch.MembersMax)
            throw new RuleViolationException($"人数应在 0 到 {Branch.MembersMax} 之间。");
        BranchName = Text.Required(branchName, Branch.NameMaxLength, "支部名称");
        if (BranchType != type)
            (BranchType, StandardId) = (type, StandardId == Round.StandardOf(BranchType) ? Round.StandardOf(type) : StandardId);
        SecretaryName = Text.Optional(secretaryName, Person.NameMaxLength, "书记姓名");
        SecretaryPhone = Text.Optional(secretaryPhone, Person.PhoneMaxLength, "书记电话");
        (FullMembers, ProbationaryMembers) = (fullMembers, probationaryMembers);
        var leading = _leadingGroup.FirstOrDefault(member => member.Post == Post.Secretary);
        if (secretary is not null)
        {
            // What a D means for persons goes by these (§3.9).
            SecretaryPersonId = secretary.Id;
            if (leading is null)
                _leadingGroup.Add(new LeadingMember(secretary, Post.Secretary));
            else
                leading.Replace(secretary);
        }
        else if (SecretaryName is not null)
        {
            leading?.Rename(SecretaryName);
        }
    }

    /// <summary>Gives this branch a scoring standard of its own choice, or with null that of its type (§1).</summary>
    /// <param name="standardId">The standard, or null.</param>
    /// <param name="isScored">Whether self-assessment or review has begun, by the standard in force.</param>
    /// <exception cref="RuleViolationException">It would be another standard than that by which scoring has begun.</exception>
    public void UseStandard(int? standardId, bool isScored)
    {
        Round.RequireOpen();
        var wanted = standardId ?? Round.StandardOf(BranchType);
        if (wanted == StandardId)
            return;
        if (isScored)
            throw new RuleViolationException("这个支部已经有自评或初评，评分标准不能再换。");
        StandardId = wanted;
    }
}
