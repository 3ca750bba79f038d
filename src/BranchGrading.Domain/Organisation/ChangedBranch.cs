namespace BranchGrading.Domain.Organisation;

/// <summary>One branch on one side of a change, with name, committee and secretary as they were then.</summary>
public sealed class ChangedBranch
{
    private ChangedBranch()
    {
    }

    internal ChangedBranch(Branch branch, bool isSuccessor, string name, string committeeName, string? personName) =>
        (Branch, IsSuccessor, Name, CommitteeId, CommitteeName, PersonName) = (branch, isSuccessor, name, branch.Committee.Id, committeeName, personName);

    public int Id { get; private set; }

    public int ChangeId { get; private set; }

    public int BranchId { get; private set; }

    public Branch Branch { get; private set; } = null!;

    /// <summary>Whether this is what the branch became; else what it was.</summary>
    public bool IsSuccessor { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The committee of that day, whatever it is called by now.</summary>
    public int CommitteeId { get; private set; }

    public string CommitteeName { get; private set; } = "";

    /// <summary>The secretary, where the change is one of the secretary.</summary>
    public string? PersonName { get; private set; }
}
