using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Evidence;

/// <summary>What a record is about: a branch, or a committee's report as a whole.</summary>
public sealed record EvidenceSubject(GradingRound Round, Participant? Participant, int CommitteeId, string CommitteeName)
{
    public string Address => Participant is null ? $"/rounds/{Round.Id}/reports/{CommitteeId}/evidence" : $"/participants/{Participant.Id}/evidence";

    /// <summary>材料硕士生支部 / 材料学院党委的初评意见报告</summary>
    public string Name => Participant?.BranchName ?? $"{CommitteeName}的初评意见报告";

    public string AuditSubject => $"{Round.Year} 年度 {Name}";
}
