using BranchGrading.Domain.Assessments;

namespace BranchGrading.Domain.Grading;

/// <summary>Finds figures worth a second look. Nothing here changes a grade.</summary>
public static class Anomalies
{
    /// <summary>自评 so many points above 上级评分, or more.</summary>
    public const decimal HighSelfScore = 10m;

    /// <summary>A committee that gives every branch this, or more.</summary>
    public const decimal HighReview = 95m;

    /// <summary>Fewer valid ballots than this, all content, tell little.</summary>
    public const int FewBallots = 5;

    /// <summary>A fall of so many levels, or more.</summary>
    public const int SteepFall = 2;

    /// <summary>The anomalies of every branch that has one, in the order of the kinds.</summary>
    /// <param name="branches">All branches of the round; those of a committee are looked at together.</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<Anomaly>> Of(IReadOnlyCollection<AnomalyInput> branches)
    {
        var generous = branches.GroupBy(branch => branch.CommitteeId)
            .Where(committee => committee.Count() > 1 && committee.All(branch => branch.ReviewScore >= HighReview))
            .ToDictionary(committee => committee.Key, committee => $"本单位 {committee.Count()} 个支部的初评都不低于 {HighReview:0.##} 分，最低 {committee.Min(branch => branch.ReviewScore):0.00}");
        return branches.Select(branch => (branch.ParticipantId, Found: Of(branch, generous.GetValueOrDefault(branch.CommitteeId)).ToList()))
            .Where(branch => branch.Found.Count > 0)
            .ToDictionary(branch => branch.ParticipantId, IReadOnlyList<Anomaly> (branch) => branch.Found);
    }

    /// <summary>自评偏高, 初评普遍偏高, 票少全满意, 与初评等级不同 or 降两级.</summary>
    public static string Word(this AnomalyKind kind) => kind switch
    {
        AnomalyKind.HighSelfScore => "自评偏高",
        AnomalyKind.HighCommittee => "初评普遍偏高",
        AnomalyKind.FewBallots => "票少全满意",
        AnomalyKind.OtherThanProposed => "与初评等级不同",
        _ => "降级较多",
    };

    private static IEnumerable<Anomaly> Of(AnomalyInput branch, string? generous)
    {
        if (branch is { SelfScore: { } self, Superior: { } superior } && self - superior >= HighSelfScore)
            yield return new(AnomalyKind.HighSelfScore, $"自评比上级评分高 {self - superior:0.00} 分（{self:0.00} 对 {superior:0.00}）");
        if (generous is not null)
            yield return new(AnomalyKind.HighCommittee, generous);
        if (IsThin(branch.Members, branch.MemberSatisfaction))
            yield return new(AnomalyKind.FewBallots, $"党员测评满意率 100%，但有效票只有 {branch.Members!.Valid} 张");
        if (IsThin(branch.Masses, branch.MassSatisfaction))
            yield return new(AnomalyKind.FewBallots, $"群众测评满意率 100%，但有效票只有 {branch.Masses!.Valid} 张");
        if (branch is { Proposed: { } proposed, Computed: { } computed } && proposed != computed)
            yield return new(AnomalyKind.OtherThanProposed, $"初评等级 {proposed}，按规则计算为 {computed}");
        if (branch is { Previous: { } previous, Settled: { } settled } && settled.StepsTo(previous) >= SteepFall)
            yield return new(AnomalyKind.SteepFall, $"上年度{(branch.PreviousYear is { } year ? $"（{year}年）" : "")}{previous}，今年{settled}，降了 {settled.StepsTo(previous)} 级");
    }

    private static bool IsThin(BallotCount? ballots, decimal? satisfaction) => ballots is { Valid: < FewBallots } && satisfaction == 100m;
}
