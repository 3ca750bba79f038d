namespace BranchGrading.Domain.Grading;

/// <summary>学校决定 and what no act may bring about; the same is checked again at publication (§3.7, §3.8).</summary>
public static class DecisionRules
{
    /// <summary>
    /// Why an act (decision, exclusion, lower cap, veto, transfer, lapse of an exception) must be refused, read off what
    /// the round would be after it; null when nothing stands against it (§3.7).
    /// </summary>
    public static string? WhyNot(GradingResult after) => Against(after).FirstOrDefault()?.Text;

    /// <summary>Why an act must be refused: what it adds to what stood against the rules before it (§3.7); acts that repair are let through.</summary>
    public static string? WhyNot(GradingResult before, GradingResult after) => Against(before, after).FirstOrDefault()?.Text;

    /// <summary>All of it: an act on many branches names every one that stands in its way (§3.7).</summary>
    public static IReadOnlyList<GradingProblem> Against(GradingResult before, GradingResult after)
    {
        var known = Against(before).Select(Key).ToHashSet();
        // Fewer too many than before is a repair, though the figures read otherwise.
        var eased = after.Groups.Where(group => Eases(before, group)).Select(Overdecided).ToHashSet();
        return [.. Against(after).Where(problem => !known.Contains(Key(problem)) && !eased.Contains(problem.Text))];

        // Two branches of one name are two: what is said of the one does not stand for the other.
        static (string, int) Key(GradingProblem problem) => (problem.Text, problem.ParticipantIds is [var only] ? only : 0);
    }

    /// <summary>All that stands against publication: what no act may bring about, what cannot be graded, what waits in a tie (§3.7, §3.8).</summary>
    public static IReadOnlyList<GradingProblem> WhyNotPublishable(GradingResult result)
    {
        var problems = new List<GradingProblem>();
        problems.AddRange(
            from outcome in result.Outcomes
            where outcome is { IsGradable: false, Decided: null }
            select new GradingProblem(
                $"{result.NameOf(outcome)}材料不全（缺{Missing(outcome)}），请补齐，或说明理由后不列入本次定级", [outcome.ParticipantId]));
        problems.AddRange(
            from outcome in result.Outcomes
            where outcome.TieToDecide
            select new GradingProblem($"{result.NameOf(outcome)}并列待定，请先决定等级", [outcome.ParticipantId]));
        problems.AddRange(Against(result));
        return problems;
    }

    /// <summary>The branches whose computed grade an act changes, apart from those with a decision before or after it (§3.7).</summary>
    public static IReadOnlyList<GradeMove> MovedBy(GradingResult before, GradingResult after) =>
    [
        .. from then in after.Outcomes
           let now = before.Find(then.ParticipantId)
           where now is { Decided: null } && then.Decided is null && now.Computed != then.Computed
           select new GradeMove(then.ParticipantId, then.Candidate.BranchName, now.Computed, then.Computed),
    ];

    /// <summary>All that no act may bring about and that a round is in (§3.7): skipped levels, decisions beside a veto, more A's than places.</summary>
    public static IEnumerable<GradingProblem> Against(GradingResult result)
    {
        foreach (var outcome in result.Outcomes)
        {
            if (outcome.Decided is { } decided && WhyNot(result, outcome, decided) is { } problem)
                yield return problem;
        }

        foreach (var group in result.Groups.Where(group => group.IsOverdecided))
            yield return new GradingProblem(Overdecided(group), DecidedAs(result, group));
    }

    private static string Overdecided(CapGroup group) => $"{group.Name}的 A 级名额是 {group.Quota} 个，已决定的 A 级有 {group.DecidedA} 个，超出名额";

    private static bool Eases(GradingResult before, CapGroup after) =>
        before.Groups.FirstOrDefault(group => group.Key == after.Key) is { IsOverdecided: true } was && after.DecidedA - after.Quota <= was.DecidedA - was.Quota;

    private static GradingProblem? WhyNot(GradingResult result, GradingOutcome outcome, Grade decided)
    {
        var (candidate, name) = (outcome.Candidate, result.NameOf(outcome));
        if (!outcome.IsGradable)
            return Problem($"{name}材料不全（缺{Missing(outcome)}），不能评定");
        if (candidate.Vetoed && decided != Grade.D)
            return Problem($"{name}有一票否决事项，只能评为 D", afterPublication: "一票否决以公示时的材料为准，公示以后不再改变");
        if (result.Rules.NoLevelSkipping && candidate.Approval is null && NoLevelSkipping.IsSkip(candidate.PreviousGrade, decided))
        {
            return Problem(
                $"{name}{Explanation.Previous(candidate)}为 {candidate.PreviousGrade}，不能越级评为 {decided}",
                wayOut: "需要越级的，先登记特批（批准人、理由、文号）",
                afterPublication: "公示以后不能再登记越级特批，确需改变的，请报学校党委研究，另行发文");
        }

        return string.IsNullOrWhiteSpace(candidate.Decision!.Reason) ? Problem($"{name}：请写明决定的理由") : null;

        GradingProblem Problem(string fact, string? wayOut = null, string? afterPublication = null) => new(fact, [outcome.ParticipantId], wayOut, afterPublication);
    }

    private static int[] DecidedAs(GradingResult result, CapGroup places) =>
    [
        .. from outcome in result.Outcomes
           where outcome.Decided == Grade.A && CapGroup.KeyOf(result.Rules.CapScope, outcome.Candidate.Type, outcome.Candidate.CommitteeId) == places.Key
           select outcome.ParticipantId,
    ];

    private static string Missing(GradingOutcome outcome) =>
        string.Join('、', outcome.Missing.Select(missing => missing.Word()));
}
