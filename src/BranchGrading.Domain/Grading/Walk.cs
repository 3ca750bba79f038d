using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>The whole way from scores to a grade, for the page 为什么是这个等级 (§3).</summary>
internal static class Walk
{
    public static IReadOnlyList<WalkStep> Of(
        GradingOutcome outcome, Appraisal appraisal, CapStanding? standing, RoundRules rules, int schoolPlaces)
    {
        var steps = new List<WalkStep> { Scores(outcome) };
        if (outcome.Composite is not null)
            steps.Add(Composite(outcome, rules));
        if (!outcome.IsGradable)
        {
            steps.Add(Missing(outcome));
        }
        else
        {
            steps.Add(BandStep(outcome, rules));
            steps.Add(VetoStep(appraisal));
            steps.Add(Masses(appraisal, rules));
            steps.Add(Skipping(appraisal, rules));
            steps.Add(Cap(appraisal, standing, rules, schoolPlaces));
        }

        if (outcome.Candidate.Decision is { } decision)
            steps.Add(Decision(outcome, decision));
        return steps;
    }

    private static WalkStep Scores(GradingOutcome outcome) => new(WalkStepKind.Scores, "自评得分和上级评分", WalkStepState.Applied)
    {
        Sum = $"自评 {Number(outcome.SelfScore)}；上级",
        Result = Number(outcome.Superior),
        Sentence = outcome.IsRescored
            ? $"上级评分用学校考评的重新评分；{outcome.Candidate.CommitteeName}初评为 {Number(Rounding.Round(outcome.Candidate.ReviewScore))}。"
            : outcome.Superior is null
                ? "还没有二级党组织的初评，上级评分空缺。"
                : $"上级评分来自{outcome.Candidate.CommitteeName}初评。",
    };

    private static WalkStep Composite(GradingOutcome outcome, RoundRules rules) =>
        new(WalkStepKind.Composite, "合成最终得分", WalkStepState.Applied)
        {
            Sum = $"{outcome.SelfScore:0.00} × {Share(rules.SelfWeight)} + {outcome.Superior:0.00} × {Share(rules.SuperiorWeight)} =",
            Result = Number(outcome.Composite),
            Sentence = "保留两位小数，第三位四舍五入。",
        };

    private static WalkStep Missing(GradingOutcome outcome) => new(WalkStepKind.Missing, "材料不全", WalkStepState.Applied)
    {
        Sentence = $"缺{string.Join('、', outcome.Missing.Select(missing => missing.Word()))}，还不能评定等级；补齐后再算。",
    };

    private static WalkStep BandStep(GradingOutcome outcome, RoundRules rules)
    {
        var composite = Number(outcome.Composite);
        return new WalkStep(WalkStepKind.Band, "按分数对应等级", WalkStepState.Applied)
        {
            Sum = outcome.Band switch
            {
                Grade.A => $"{composite} ≥ {rules.BoundA:0.##}",
                Grade.B => $"{rules.BoundB:0.##} ≤ {composite} < {rules.BoundA:0.##}",
                Grade.C => $"{rules.BoundC:0.##} ≤ {composite} < {rules.BoundB:0.##}",
                _ => $"{composite} < {rules.BoundC:0.##}",
            },
            Sentence = $"A ≥ {rules.BoundA:0.##}，B ≥ {rules.BoundB:0.##}，C ≥ {rules.BoundC:0.##}，以下为 D。",
            To = outcome.Band,
        };
    }

    private static WalkStep VetoStep(Appraisal appraisal) =>
        new(WalkStepKind.Veto, "一票否决",
            appraisal.Candidate.Vetoed ? Lowered(appraisal.Band, appraisal.AfterVeto, WalkStepState.Applied) : WalkStepState.Idle)
        {
            Sentence = appraisal.Candidate.Vetoed
                ? $"{Explanation.VetoedBy(appraisal.Candidate)}有一票否决事项，评为 D。"
                : "没有一票否决事项。",
            From = appraisal.Band,
            To = appraisal.AfterVeto,
        };

    private static WalkStep Masses(Appraisal appraisal, RoundRules rules)
    {
        var ballots = appraisal.Candidate.MassBallots!;
        return new WalkStep(
            WalkStepKind.MassSatisfaction, "群众满意率", Lowered(appraisal.AfterVeto, appraisal.AfterMasses, WalkStepState.Idle))
        {
            Sum = $"{Satisfaction.Content(ballots, rules.FairCounts)} ÷ {ballots.Valid} =",
            Result = $"{appraisal.MassSatisfaction:0.00}%",
            Sentence = rules.LeastMassSatisfaction is not { } least
                ? "本年度没有设最低要求。"
                : appraisal.MassSatisfaction < least
                    ? $"低于最低要求 {least:0.##}%，最高评为 C。"
                    : $"达到最低要求 {least:0.##}%。",
            From = appraisal.AfterVeto,
            To = appraisal.AfterMasses,
        };
    }

    private static WalkStep Skipping(Appraisal appraisal, RoundRules rules)
    {
        var candidate = appraisal.Candidate;
        var sentence = candidate.PreviousGrade is not { } previous
            ? "以前没有定过级，不受限制。"
            : !rules.NoLevelSkipping
                ? $"{Explanation.Previous(candidate)}为 {previous}；本年度不执行不越级晋升。"
                : appraisal.IsLiftedByApproval
                    ? $"{Explanation.Previous(candidate)}为 {previous}，本应最高到 {previous.OneStepBetter()}；"
                      + $"{candidate.Approval!.ApprovedBy}特批（{candidate.Approval.DocumentNumber}）：{candidate.Approval.Reason}。"
                    : $"{Explanation.Previous(candidate)}为 {previous}，今年最高可到 {previous.OneStepBetter()}。";
        return new WalkStep(
            WalkStepKind.LevelSkipping, "不越级晋升", Lowered(appraisal.AfterMasses, appraisal.AfterSkipping, WalkStepState.Idle))
        {
            Sentence = sentence,
            From = appraisal.AfterMasses,
            To = appraisal.AfterSkipping,
        };
    }

    private static WalkStep Cap(Appraisal appraisal, CapStanding? standing, RoundRules rules, int schoolPlaces)
    {
        if (standing is null)
        {
            return new WalkStep(WalkStepKind.Cap, "A 级名额", WalkStepState.Idle)
            {
                Sentence = "没有到 A 级，不占名额。",
                From = appraisal.AfterSkipping,
                To = appraisal.AfterSkipping,
            };
        }

        var group = standing.Group;
        var place = standing.Place;
        var places = group.Key == CapGroup.SchoolKey
            ? $"名额 {group.Participants} × {Share(rules.CapShare)} = {group.Quota} 个"
            : $"全校名额 {schoolPlaces} 个，分给{group.Name} {group.SharedQuota} 个"
              + (group.Quota == group.SharedQuota ? "" : $"，调剂后 {group.Quota} 个");
        if (!standing.IgnoresDecisions && group.DecidedA > 0)
            places += $"，学校已决定 {group.DecidedA} 个，余 {group.Left} 个";
        var compared = $"依次比较最终得分（{appraisal.Composite:0.00}）、群众满意率（{appraisal.MassSatisfaction:0.00}%）、"
            + $"党员满意率（{appraisal.MemberSatisfaction:0.00}%）、上级评分（{appraisal.Superior:0.00}）；";
        var kept = standing.Ranking.KeptA;
        var verdict = place.IsTieToDecide
            ? $"{standing.Ranking.CutTieCount} 个支部四项相同，余 {standing.Places - kept} 个名额，先按 B 计，由学校决定。"
            : kept == 0 ? "没有支部保持 A，其余为 B。" : $"前 {kept} 名保持 A，其余为 B。";
        return new WalkStep(WalkStepKind.Cap, "A 级名额", place.KeepsA ? WalkStepState.Idle : WalkStepState.Lowered)
        {
            Sum = $"{places}；{(standing.IgnoresDecisions ? "不计学校决定，" : "")}够 A 级的有 {standing.Ranked} 个支部，本支部{(place.IsTieToDecide ? "并列第" : "列第")}",
            Result = $"{place.Rank}",
            Sentence = compared + verdict,
            From = Grade.A,
            To = place.KeepsA ? Grade.A : Grade.B,
        };
    }

    private static WalkStep Decision(GradingOutcome outcome, GradeDecision decision) =>
        new(WalkStepKind.Decision, "学校决定", outcome.Computed is { } computed
            ? Lowered(computed, decision.Grade, WalkStepState.Applied)
            : WalkStepState.Applied)
        {
            Sentence = $"学校决定评为 {decision.Grade}。理由：{decision.Reason}",
            From = outcome.Computed,
            To = decision.Grade,
        };

    private static WalkStepState Lowered(Grade? from, Grade? to, WalkStepState otherwise) =>
        from is { } before && to is { } after && before.IsBetterThan(after) ? WalkStepState.Lowered : otherwise;

    private static string Number(decimal? number) => number is { } value ? $"{value:0.00}" : "—";

    private static string Share(decimal share) => $"{share * 100:0.##}%";
}
