namespace BranchGrading.Domain.Organisation;

/// <summary>党组织变动: founding, dissolution, merger, split, renaming, move or change of secretary, with its day and document number; the history of branches is read from these.</summary>
public sealed class OrganisationChange
{
    public const int DocumentNumberMaxLength = 60;
    public const int NoteMaxLength = 300;

    private readonly List<ChangedBranch> _branches = [];

    private OrganisationChange()
    {
    }

    /// <exception cref="RuleViolationException">The day is still to come.</exception>
    public OrganisationChange(OrganisationChangeKind kind, ChangeRecord record)
    {
        var (on, documentNumber, note, by, at, today) = record;
        if (WhyNotOn(kind, on, today) is { } why)
            throw new RuleViolationException(why);
        DocumentNumber = Text.Optional(documentNumber, DocumentNumberMaxLength, "文号");
        Note = Text.Optional(note, NoteMaxLength, "说明");
        (Kind, On, RecordedBy, RecordedAt) = (kind, on, by, at);
    }

    public int Id { get; private set; }

    public OrganisationChangeKind Kind { get; private set; }

    /// <summary>The day it took effect.</summary>
    public DateOnly On { get; private set; }

    public string? DocumentNumber { get; private set; }

    public string? Note { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    /// <summary>The branches it concerned, before and after.</summary>
    public IReadOnlyList<ChangedBranch> Branches => _branches;

    /// <summary>A branch as it is before: one that ends, or, where it goes on, its old name, committee or secretary. Told before the branch is changed.</summary>
    /// <exception cref="RuleViolationException">The branch was not founded yet on that day.</exception>
    public OrganisationChange From(Branch branch)
    {
        if (WhyNotOn(branch, Kind, On) is { } why)
            throw new RuleViolationException(why);
        _branches.Add(new ChangedBranch(branch, isSuccessor: false, branch.Name, branch.Committee.Name, PersonOf(branch)));
        return this;
    }

    /// <summary>更名, whoever asks for it: on its page, in the branch's own form, or in a roster.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="rename">Gives it the new name, perhaps with more.</param>
    /// <param name="record">Day, document, who.</param>
    public static OrganisationChange OfRenaming(Branch branch, Action rename, ChangeRecord record)
    {
        var change = new OrganisationChange(OrganisationChangeKind.Renaming, record).From(branch);
        rename();
        return change.To(branch);
    }

    /// <summary>A branch as it is after. Told when the branch is changed.</summary>
    public OrganisationChange To(Branch branch)
    {
        _branches.Add(new ChangedBranch(branch, isSuccessor: true, branch.Name, branch.Committee.Name, PersonOf(branch)));
        return this;
    }

    /// <summary>Why a change cannot have taken effect on a day, whatever the branch; null when it can.</summary>
    public static string? WhyNotOn(OrganisationChangeKind kind, DateOnly on, DateOnly today) =>
        on > today ? $"{kind.Word()}的日期不能晚于今天（{today:yyyy年M月d日}），生效以后再登记。"
        : on.Year < PastGrade.FirstYear ? $"{kind.Word()}的日期不能早于 {PastGrade.FirstYear} 年。"
        : null;

    /// <summary>Why a change of a branch cannot have taken effect on a day: it was not founded yet; null when it can.</summary>
    public static string? WhyNotOn(Branch branch, OrganisationChangeKind kind, DateOnly on) => branch.Founded > on
        ? $"「{branch.Name}」{branch.Founded:yyyy年M月}才成立，{kind.Word()}的日期不能更早；请核对日期，或者先改正支部的成立时间。"
        : null;

    /// <summary>Why a change of a branch cannot have taken effect on a day: something later is recorded of the branch; null when it can.</summary>
    public static string? WhyNotOn(Branch branch, OrganisationChangeKind kind, DateOnly on, OrganisationChangeKind later, DateOnly laterOn) => laterOn > on
        ? $"「{branch.Name}」已经登记了 {laterOn:yyyy年M月d日} 的{later.Word()}，{kind.Word()}的日期不能比它早；请核对日期。"
        : null;

    /// <summary>The branches that ended or gave something up: each with what it was.</summary>
    public IEnumerable<ChangedBranch> Before => _branches.Where(branch => !branch.IsSuccessor);

    /// <summary>What came of them.</summary>
    public IEnumerable<ChangedBranch> After => _branches.Where(branch => branch.IsSuccessor);

    private string? PersonOf(Branch branch) => Kind == OrganisationChangeKind.SecretaryChange ? branch.Secretary?.Person.Name : null;
}
