namespace BranchGrading.Domain.Organisation;

/// <summary>党支部: what is graded.</summary>
public sealed class Branch
{
    public const int NameMaxLength = 60;
    public const int CodeMaxLength = 30;
    public const int MembersMax = 100_000;

    private readonly List<TermOfOffice> _terms = [];
    private readonly List<PastGrade> _pastGrades = [];

    private Branch()
    {
    }

    internal Branch(Committee committee, string name, BranchType type, string? code, int displayOrder)
    {
        Committee = committee;
        SetName(name, type, code);
        DisplayOrder = displayOrder;
        IsActive = true;
    }

    public int Id { get; private set; }

    public int CommitteeId { get; private set; }

    public Committee Committee { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>The name folded for comparing; unique in the committee.</summary>
    public string NameKey { get; private set; } = "";

    public string? Code { get; private set; }

    /// <summary>The code folded for comparing; unique in the school where there is one.</summary>
    public string? CodeKey { get; private set; }

    public BranchType Type { get; private set; }

    /// <summary>正式党员数, persons.</summary>
    public int FullMembers { get; private set; }

    /// <summary>预备党员数, persons.</summary>
    public int ProbationaryMembers { get; private set; }

    /// <summary>支委人数, persons; null when not told.</summary>
    public int? CommitteeSize { get; private set; }

    /// <summary>成立时间: a month, kept as its first day.</summary>
    public DateOnly? Founded { get; private set; }

    /// <summary>换届时间: the month of the last election, kept as its first day.</summary>
    public DateOnly? Elected { get; private set; }

    /// <summary>Whether the branch still exists; only active branches take part in a new round.</summary>
    public bool IsActive { get; private set; }

    public int? SuccessorId { get; private set; }

    /// <summary>接续支部: of a branch that ended, the one that carries on its plans; null where nobody does.</summary>
    public Branch? Successor { get; private set; }

    /// <summary>Place among the branches of its committee.</summary>
    public int DisplayOrder { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<TermOfOffice> Terms => _terms;

    public IReadOnlyList<PastGrade> PastGrades => _pastGrades;

    /// <summary>The current term with post 书记, if there is one.</summary>
    public TermOfOffice? Secretary => _terms.FirstOrDefault(term => term.IsCurrent && term.Post == Post.Secretary);

    /// <summary>Changes name, type or code.</summary>
    /// <exception cref="RuleViolationException">The name is taken in the committee.</exception>
    public void Edit(string name, BranchType type, string? code)
    {
        SetName(name, type, code);
        Committee.RequireFreeName(this);
    }

    /// <summary>Records how many members the branch has and since when it stands.</summary>
    public void Describe(int fullMembers, int probationaryMembers, int? committeeSize, DateOnly? founded, DateOnly? elected)
    {
        if (fullMembers is < 0 or > MembersMax || probationaryMembers is < 0 or > MembersMax || committeeSize is < 0 or > MembersMax)
            throw new RuleViolationException($"人数应在 0 到 {MembersMax} 之间。");
        (FullMembers, ProbationaryMembers, CommitteeSize) = (fullMembers, probationaryMembers, committeeSize);
        (Founded, Elected) = (FirstOfMonth(founded), FirstOfMonth(elected));
    }

    /// <summary>Gives the place in lists.</summary>
    public void MoveTo(int displayOrder) => DisplayOrder = displayOrder;

    /// <summary>更名: the branch goes on under another name.</summary>
    /// <exception cref="RuleViolationException">It is dissolved, bears the name already, or the name is taken in the committee.</exception>
    public void Rename(string name)
    {
        RequireActive();
        if (Text.OrBlank(name, NameMaxLength, "支部名称") == Name)
            throw new RuleViolationException($"新名称和现在的名称相同，都是「{Name}」。");
        Edit(name, Type, Code);
    }

    /// <summary>调整隶属: the branch goes over to another committee, and stands there at the end of the list; under another name, where it is to have one.</summary>
    /// <exception cref="RuleViolationException">It is dissolved or there already, its name is taken there, or a 直属党支部 would have two.</exception>
    public void JoinCommittee(Committee committee, string? name = null)
    {
        RequireActive();
        if (committee == Committee)
            throw new RuleViolationException($"「{Name}」已经在「{committee.Name}」，不用调整。");
        SetName(name ?? Name, Type, Code);
        Committee.Release(this, committee);
        Committee = committee;
    }

    /// <summary>The branch ends on a day, and every office in it: it stays in the history and takes part in no new round.</summary>
    /// <exception cref="RuleViolationException">It is dissolved already, or somebody took office after that day.</exception>
    public void Dissolve(DateOnly on)
    {
        RequireActive();
        foreach (var term in _terms.Where(term => term.IsCurrent))
        {
            if (term.From > on)
                throw new RuleViolationException($"{term.Person.Name}从 {term.From:yyyy年M月} 起任{term.Post.Word()}，撤销日期不能早于任职时间；请核对日期，或者先改正任职时间。");
            term.End(on);
        }

        IsActive = false;
    }

    /// <summary>The branch that ended is carried on by another, as far as its plans go.</summary>
    public void CarryOnIn(Branch successor) => Successor = successor;

    /// <summary>Undoes a dissolution made by mistake, with the offices that ended on its day: of several secretaries the last one, whom the day found in office.</summary>
    /// <param name="dissolvedOn">The day of the dissolution; null where it is not known, then the offices stay ended.</param>
    public void Restore(DateOnly? dissolvedOn = null)
    {
        if (Committee.Kind == CommitteeKind.DirectBranch && Committee.Branches.Any(branch => branch != this && branch.IsActive))
            throw new RuleViolationException($"直属党支部只能有一个支部，「{Committee.Name}」已经有了。");
        (IsActive, Successor, SuccessorId) = (true, null, null);
        var ended = _terms.Where(term => dissolvedOn is not null && term.To == dissolvedOn).OrderBy(term => term.Id).ToList();
        var secretary = ended.LastOrDefault(term => term.Post == Post.Secretary);
        foreach (var term in ended.Where(term => term.Post != Post.Secretary || term == secretary))
            term.Resume();
    }

    /// <summary>
    /// Makes a person the secretary from a month on. The term before ends the day the new one begins (today, when that is not told);
    /// naming the same person again only corrects the term.
    /// </summary>
    public void AppointSecretary(Person person, DateOnly? from, string? concurrentPost, DateOnly today)
    {
        var current = Secretary;
        if (current is not null && current.Person == person)
        {
            current.Correct(from, concurrentPost);
            return;
        }

        if (FirstOfMonth(from) < current?.From)
            throw new RuleViolationException($"现任书记{current.Person.Name}从 {current.From:yyyy年M月} 起任职，新书记的任职时间不能比它早；请核对日期，或者先改正现任的任职时间。");
        current?.End(FirstOfMonth(from) is { } start && (current.From is null || start > current.From) ? start : current.From > today ? current.From.Value : today);
        _terms.Add(TermOfOffice.InBranch(person, this, Post.Secretary, from, concurrentPost));
    }

    /// <summary>Records another office in the branch: 副书记 or 委员.</summary>
    public void Appoint(Person person, Post post, DateOnly? from, string? concurrentPost, DateOnly today)
    {
        if (post == Post.Organiser)
            throw new RuleViolationException("组织员在二级党组织任职，不在支部任职。");
        if (post == Post.Secretary)
            AppointSecretary(person, from, concurrentPost, today);
        else
            _terms.Add(TermOfOffice.InBranch(person, this, post, from, concurrentPost));
    }

    private void RequireActive()
    {
        if (!IsActive)
            throw new RuleViolationException($"「{Name}」已经撤销，不能再办理变动；撤错了，请先恢复。");
    }

    private void SetName(string name, BranchType type, string? code)
    {
        Name = Text.Required(name, NameMaxLength, "支部名称");
        NameKey = Organisation.NameKey.Of(Name);
        Code = Text.Optional(code, CodeMaxLength, "支部编号");
        CodeKey = Code is null ? null : Organisation.NameKey.Of(Code);
        Type = type;
    }

    private static DateOnly? FirstOfMonth(DateOnly? day) => day is { } known ? new DateOnly(known.Year, known.Month, 1) : null;
}
