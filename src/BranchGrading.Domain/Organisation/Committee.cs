namespace BranchGrading.Domain.Organisation;

/// <summary>二级党组织: the reporting unit below the school.</summary>
public sealed class Committee
{
    public const int NameMaxLength = 60;
    public const int CodeMaxLength = 30;

    private readonly List<Branch> _branches = [];
    private readonly List<TermOfOffice> _terms = [];

    private Committee()
    {
    }

    public Committee(string name, CommitteeKind kind, string? code, int displayOrder)
    {
        Edit(name, kind, code);
        DisplayOrder = displayOrder;
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name folded for comparing; unique in the school.</summary>
    public string NameKey { get; private set; } = "";

    public string? Code { get; private set; }

    /// <summary>The code folded for comparing; unique in the school where there is one.</summary>
    public string? CodeKey { get; private set; }

    public CommitteeKind Kind { get; private set; }

    /// <summary>Place in lists, forms and archives: that of the first roster, changeable by the department.</summary>
    public int DisplayOrder { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<Branch> Branches => _branches;

    public IReadOnlyList<TermOfOffice> Terms => _terms;

    /// <summary>Names the unit anew, or corrects its kind or code.</summary>
    /// <exception cref="RuleViolationException">A 直属党支部 would keep more than its one branch.</exception>
    public void Edit(string name, CommitteeKind kind, string? code)
    {
        if (kind == CommitteeKind.DirectBranch && _branches.Count(branch => branch.IsActive) > 1)
            throw new RuleViolationException($"直属党支部只能有一个支部，「{Name}」现有 {_branches.Count(branch => branch.IsActive)} 个，不能改为直属党支部。");
        Name = Text.Required(name, NameMaxLength, "二级党组织名称");
        NameKey = Organisation.NameKey.Of(Name);
        Code = Text.Optional(code, CodeMaxLength, "党组织编号");
        CodeKey = Code is null ? null : Organisation.NameKey.Of(Code);
        Kind = kind;
    }

    /// <summary>Gives the place in lists.</summary>
    public void MoveTo(int displayOrder) => DisplayOrder = displayOrder;

    /// <summary>Founds a branch under this unit.</summary>
    /// <exception cref="RuleViolationException">A 直属党支部 has its one branch already, or the name is taken.</exception>
    public Branch Found(string name, BranchType type, string? code, int displayOrder)
    {
        RequireRoom();
        var branch = new Branch(this, name, type, code, displayOrder);
        RequireFreeName(branch);
        _branches.Add(branch);
        return branch;
    }

    /// <summary>Founds a branch behind those that are there.</summary>
    /// <exception cref="RuleViolationException">A 直属党支部 has its one branch already, or the name is taken.</exception>
    public Branch Found(string name, BranchType type, string? code) => Found(name, type, code, LastOrder + 1);

    /// <summary>Names a 组织员, who does the party work of this unit; naming one again corrects since when.</summary>
    public void AppointOrganiser(Person person, DateOnly? from)
    {
        if (_terms.FirstOrDefault(term => term.IsCurrent && term.Post == Post.Organiser && term.Person == person) is { } current)
            current.Correct(from ?? current.From, null);
        else
            _terms.Add(TermOfOffice.OrganiserOf(person, this, from));
    }

    /// <summary>Gives a branch to another unit, which takes it in behind its own.</summary>
    internal void Release(Branch branch, Committee to)
    {
        to.RequireRoom();
        to.RequireFreeName(branch);
        _branches.Remove(branch);
        branch.MoveTo(to.LastOrder + 1);
        to._branches.Add(branch);
    }

    private int LastOrder => _branches.Select(branch => branch.DisplayOrder).DefaultIfEmpty().Max();

    private void RequireRoom()
    {
        if (Kind == CommitteeKind.DirectBranch && _branches.FirstOrDefault(branch => branch.IsActive) is { } only)
            throw new RuleViolationException($"直属党支部只能有一个支部，「{Name}」已经有了「{only.Name}」。");
    }

    internal void RequireFreeName(Branch branch)
    {
        if (_branches.FirstOrDefault(other => other != branch && other.NameKey == branch.NameKey) is { } taken)
            throw new RuleViolationException($"「{Name}」已经有名为「{branch.Name}」的支部{(taken.IsActive ? "" : "（已撤销，名称仍留在历年记录里）")}，同一个二级党组织内支部名称不能相同。");
    }
}
