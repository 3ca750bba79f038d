using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>The lines of 备注: only what lowered the grade, and what must be named whether it did or not (§3.5).</summary>
internal static class Explanation
{
    public static IReadOnlyList<ExplanationLine> Of(Appraisal appraisal, CapStanding? standing, RoundRules rules)
    {
        var candidate = appraisal.Candidate;
        // Most branches have nothing to explain.
        if (candidate is { Vetoed: false } && appraisal.Missing.Count == 0 && appraisal.Band == appraisal.AfterSkipping
            && !appraisal.IsLiftedByApproval && standing is null or { Place.KeepsA: true })
        {
            return [];
        }

        var lines = new List<ExplanationLine>();
        if (candidate.Vetoed)
            Add(Limit.Veto, $"：{VetoedBy(candidate)}，{(appraisal.Missing.Count == 0 ? "" : "材料补齐后")}评为D");
        if (appraisal.AfterMasses != appraisal.AfterVeto)
            Add(Limit.MassSatisfaction, $"：{appraisal.MassSatisfaction:0.00}%，低于 {rules.LeastMassSatisfaction:0.##}%，最高评为C");
        if (appraisal.AfterSkipping != appraisal.AfterMasses)
            Add(Limit.LevelSkipping, $"：{Previous(candidate)}{candidate.PreviousGrade}，最高评为{appraisal.AfterSkipping}");
        if (appraisal.IsLiftedByApproval)
            Add(Limit.Approval, $"：{candidate.Approval!.DocumentNumber}");
        if (standing is { Place.KeepsA: false })
            AddCap(standing);
        if (appraisal.Missing.Count > 0)
            Add(Limit.Missing, $"（缺{string.Join('、', appraisal.Missing.Select(missing => missing.Word()))}）");
        return lines;

        void AddCap(CapStanding cap)
        {
            // A branch with a decision has left the ranking (§3.7): it neither lacks a place nor holds the rank it would have had.
            if (candidate.Decision is not null)
                return;
            var rank = cap.Place.IsTieToDecide ? $"并列第 {cap.Place.Rank}" : $"列第 {cap.Place.Rank}";
            Add(Limit.Cap, $"：{Places(cap)}，{rank}，降为B");
            if (cap.Place.IsTieToDecide)
                Add(Limit.TieToDecide, $"：{cap.Ranking.CutTieCount} 个支部四项相同，余 {cap.Places - cap.Ranking.KeptA} 个名额");
        }

        void Add(Limit limit, string text) => lines.Add(new ExplanationLine(limit, limit.Word() + text));
    }

    /// <summary>Who marked the veto.</summary>
    public static string VetoedBy(GradingCandidate candidate) => $"{candidate.VetoBy ?? "上级"}认定";

    /// <summary>上年度（2011年）, 前身「…」（2011年） where the grade is a predecessor's, without the year where it is not known.</summary>
    public static string Previous(GradingCandidate candidate) =>
        (candidate.Predecessor is { } name ? $"前身「{name}」" : "上年度") + (candidate.PreviousYear is { } year ? $"（{year}年）" : "");

    private static string Places(CapStanding cap)
    {
        var whose = cap.Group.Key == CapGroup.SchoolKey ? "" : cap.Group.Name;
        return cap.Group.DecidedA == 0
            ? $"{whose}名额 {cap.Group.Quota}"
            : $"{whose}名额 {cap.Group.Quota}（已决定 {cap.Group.DecidedA}，余 {cap.Group.Left}）";
    }
}
