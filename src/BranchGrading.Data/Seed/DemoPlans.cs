using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Seed;

/// <summary>What became of last year's problems in the demo school: plans of its C and D branches, and of one that wants to rise.</summary>
internal static class DemoPlans
{
    private const string Rising = "周慧敏";

    /// <summary>The plans with everything written in them until now.</summary>
    /// <param name="round">Last year, final.</param>
    /// <param name="result">Its grades.</param>
    /// <param name="now">Now, in UTC.</param>
    public static IEnumerable<ImprovementPlan> Of(GradingRound round, GradingResult result, DateTime now) =>
        from participant in round.Participants
        let grade = result.Find(participant.Id)!.Grade!.Value
        where ImprovementPlan.IsRequired(grade) || participant.SecretaryName == Rising
        select Plan(participant, grade, round.Publication!.FinalAt!.Value, now);

    private static ImprovementPlan Plan(Participant participant, Grade grade, DateTime finalAt, DateTime now)
    {
        var key = participant.BranchName.Index().Sum(letter => letter.Item * (letter.Index + 3));
        var secretary = participant.SecretaryName!;
        var officer = DemoCommittee.All.Single(unit => unit.Name == participant.CommitteeName).Organiser ?? secretary;
        var leader = grade == Grade.D ? $"{participant.CommitteeName}书记" : "";
        var plan = new ImprovementPlan(participant, ImprovementPlan.KindFor(grade), secretary, finalAt.AddDays(-16));
        plan.Describe(plan.Kind, leader);
        foreach (var (index, (problem, measure)) in DemoTexts.Problems(participant.BranchType, grade == Grade.B ? 2 : 3 + key % 2, key).Index())
        {
            plan.Add(
                PlanItemOrigin.SelfAssessment, problem, DemoTexts.Cause(key + index), measure, grade.OneStepBetter(), index % 2 == 0 ? secretary : "组织委员", null,
                DueOn(key + index * 5, finalAt, now));
        }

        plan.Submit(grade, secretary, finalAt.AddDays(-14));
        plan.Approve(officer, finalAt.AddDays(-12));
        foreach (var (index, item) in plan.Items.Index())
            Run(plan, item, grade == Grade.D ? index + 1 : key + index, secretary, officer, now);
        return plan;
    }

    /// <summary>Month ends from two months after the grades until two months from now.</summary>
    private static DateOnly DueOn(int key, DateTime finalAt, DateTime now)
    {
        var first = DateOnly.FromDateTime(finalAt).AddMonths(2);
        var months = (now.Year - first.Year) * 12 + now.Month - first.Month + 2;
        var month = first.AddMonths(key * 7 % (months + 1));
        return new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
    }

    private static void Run(ImprovementPlan plan, PlanItem item, int key, string secretary, string officer, DateTime now)
    {
        var due = item.DueOn!.Value.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc);
        if (due.AddDays(-45) < now)
            plan.Progress(item, 40, DemoTexts.Progress(key), true, secretary, due.AddDays(-45));
        // One in four is stuck half-way.
        if (key % 4 == 2 || due.AddDays(-6) >= now)
            return;
        plan.Request(item, DemoTexts.Done(key), true, secretary, due.AddDays(-6), 100);
        if (due.AddDays(-2) >= now)
            return;
        if (key % 3 == 0)
        {
            plan.Refuse(item, "看了记录，只有上半年的，请把下半年的补上再申请。", true, officer, due.AddDays(-2));
            if (due.AddDays(20) >= now)
                return;
            plan.Request(item, "下半年的记录已经补齐，请再看。", true, secretary, due.AddDays(20), 100);
        }

        if (due.AddDays(25) < now)
            plan.Accept(item, "到支部看了记录，问了三名党员，情况属实。", true, officer, due.AddDays(25));
    }
}
