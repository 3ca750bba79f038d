using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Sampling;

namespace BranchGrading.Web.Views.Samples;

/// <summary>抽查名单 of a round: the sample that counts, with what was recorded of each branch, and the earlier ones.</summary>
public sealed record SamplePage(GradingRound Round, IReadOnlyList<Sample> Samples, IReadOnlyDictionary<int, IReadOnlyList<Domain.Assessments.Evidence>> Evidence, SampleForm Form, bool IsDepartment)
{
    public Sample? Current => Samples.Count > 0 ? Samples[^1] : null;

    public IEnumerable<Sample> Earlier => Samples.SkipLast(1).Reverse();

    public bool MayDraw => IsDepartment && Round.WhyNotOpen is null;

    public int Looked => Current!.Branches.Count(branch => Evidence.ContainsKey(branch.ParticipantId));

    public static IEnumerable<IGrouping<(int Id, string Name), SampledBranch>> ByCommittee(Sample sample) => sample.Branches
        .OrderBy(branch => branch.Participant.CommitteeOrder).ThenBy(branch => branch.Participant.CommitteeId).ThenBy(branch => branch.Participant.DisplayOrder)
        .GroupBy(branch => (branch.Participant.CommitteeId, branch.Participant.CommitteeName));
}
