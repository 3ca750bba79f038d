using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>A fact of the table of committees.</summary>
/// <param name="Order">By what it is sorted, the better the larger; null stands last.</param>
/// <param name="Value">A text, a whole number, a figure with 2 places, or nothing where it is not known.</param>
public sealed record FactColumn(string Key, string Name, Func<CommitteeFacts, decimal?> Order, Func<CommitteeFacts, object?> Value)
{
    /// <summary>A figure that is only in the workbook.</summary>
    public bool IsInSheetOnly { get; init; }

    /// <summary>Whether it is a text.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether something is wrong with it.</summary>
    public Func<CommitteeFacts, bool> IsBad { get; init; } = _ => false;
}
