namespace BranchGrading.Domain.Assessments;

/// <summary>A review as it was completed, with what differs from the completion before; it stays readable after a return.</summary>
public sealed class ReviewCompletion
{
    private ReviewCompletion()
    {
    }

    internal ReviewCompletion(int number, decimal total, AssessmentContent snapshot, IReadOnlyList<ContentChange> changes, string by, DateTime at) =>
        (Number, Total, Snapshot, Changes, CompletedBy, CompletedAt) = (number, total, snapshot, changes, by, at);

    public int Id { get; private set; }

    public int ReviewId { get; private set; }

    /// <summary>第几次完成, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>初评得分 as completed, in points of 100.</summary>
    public decimal Total { get; private set; }

    public DateTime CompletedAt { get; private set; }

    public string CompletedBy { get; private set; } = "";

    /// <summary>Everything that was recorded, in words.</summary>
    public AssessmentContent Snapshot { get; private set; } = null!;

    /// <summary>What differs from the completion before; of the first one, what differs from the self-assessment.</summary>
    public IReadOnlyList<ContentChange> Changes { get; private set; } = [];
}
