using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.Evidence;

/// <summary>Everything recorded about one subject.</summary>
public sealed record EvidenceList(EvidenceSubject Subject, IReadOnlyList<EvidenceRecord> Records)
{
    public bool MayRecord => Subject.Round.WhyNotOpen is null;
}
