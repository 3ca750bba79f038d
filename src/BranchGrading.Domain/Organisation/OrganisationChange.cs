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

    public OrganisationChange(OrganisationChangeKind kind, DateOnly on, string? documentNumber, string? note, string by, DateTime at)
    {
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

    /// <summary>A branch as it was before: one that ends, or, where it goes on, its old name, committee or secretary.</summary>
    public OrganisationChange From(Branch branch, string name, string committeeName, string? person = null)
    {
        _branches.Add(new ChangedBranch(branch, isSuccessor: false, name, committeeName, person));
        return this;
    }

    /// <summary>A branch as it is after.</summary>
    public OrganisationChange To(Branch branch, string name, string committeeName, string? person = null)
    {
        _branches.Add(new ChangedBranch(branch, isSuccessor: true, name, committeeName, person));
        return this;
    }
}
