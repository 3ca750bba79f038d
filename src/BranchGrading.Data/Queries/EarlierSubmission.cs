using BranchGrading.Domain.Assessments;

namespace BranchGrading.Data.Queries;

/// <summary>What a branch handed in for an earlier year.</summary>
public sealed record EarlierSubmission(int Year, Submission Submission)
{
    /// <summary>What was filled in under a key; items of another version of the standard are found by their names.</summary>
    public ContentLine? Find(string key, string label) =>
        Submission.Snapshot.Lines.FirstOrDefault(line => line.Key == key && line.Label == label)
        ?? Submission.Snapshot.Lines.FirstOrDefault(line => line.Key[..(line.Key.IndexOf(':', StringComparison.Ordinal) + 1)] == key[..(key.IndexOf(':', StringComparison.Ordinal) + 1)] && line.Label == label);

    public IEnumerable<ContentLine> Of(AssessmentPart part) => Submission.Snapshot.Lines.Where(line => line.Part == part.Word());
}
