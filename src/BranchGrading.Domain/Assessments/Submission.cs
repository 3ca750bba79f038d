namespace BranchGrading.Domain.Assessments;

/// <summary>A self-assessment as it was handed in: it stays readable after a return (§2.3).</summary>
public sealed class Submission
{
    private Submission()
    {
    }

    internal Submission(int number, decimal total, AssessmentContent snapshot, IReadOnlyList<ContentChange> changes, bool onBehalf, string by, DateTime at)
    {
        (Number, Total, OnBehalf, SubmittedBy, SubmittedAt) = (number, total, onBehalf, by, at);
        (Snapshot, Changes) = (snapshot, changes);
    }

    public int Id { get; private set; }

    public int SelfAssessmentId { get; private set; }

    /// <summary>第几次提交, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>自评得分 as handed in, in points of 100.</summary>
    public decimal Total { get; private set; }

    /// <summary>代填: handed in by an officer for the branch.</summary>
    public bool OnBehalf { get; private set; }

    public DateTime SubmittedAt { get; private set; }

    public string SubmittedBy { get; private set; } = "";

    /// <summary>Everything that was handed in, in words.</summary>
    public AssessmentContent Snapshot { get; private set; } = null!;

    /// <summary>What differs from the submission before.</summary>
    public IReadOnlyList<ContentChange> Changes { get; private set; } = [];
}
