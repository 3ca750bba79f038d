namespace BranchGrading.Data.Queries;

/// <summary>What became of a draft that was sent to be saved.</summary>
/// <param name="Papers">The branch's papers with it.</param>
/// <param name="Row">What is saved now; null where nothing is, or where it has been removed meanwhile.</param>
/// <param name="IsStale">What is saved was changed since the draft was read: nothing was overwritten.</param>
/// <param name="Error">Why it was not saved; null otherwise.</param>
public sealed record Draft<TRow>(BranchPapers Papers, TRow? Row, bool IsStale = false, string? Error = null)
    where TRow : class
{
    public bool IsSaved => !IsStale && Error is null;
}
