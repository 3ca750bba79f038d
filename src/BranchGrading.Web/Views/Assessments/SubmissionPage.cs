using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>A self-assessment as it was handed in.</summary>
public sealed record SubmissionPage(BranchPapers Papers, Submission Submission)
{
    /// <summary>Why it was given back; null where it was not.</summary>
    public AssessmentReturn? Return => Papers.Self.Assessment!.Returns.FirstOrDefault(given => given.Submission == Submission.Number);
}
