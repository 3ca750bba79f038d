using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Rectification;

/// <summary>D 级支部半年未销号: a D branch's plan that is not closed half a year after the round became final turns red.</summary>
public static class UrgentPlans
{
    /// <summary>The first day on which it is red.</summary>
    public static DateOnly From(DateOnly finalOn) => finalOn.AddMonths(ImprovementPlan.UrgentAfterMonths);

    /// <summary>Whether it is red on a day; a D branch without a plan is as one whose plan is not closed.</summary>
    public static bool IsUrgent(Grade? grade, bool isClosed, DateOnly finalOn, DateOnly today) => grade == Grade.D && !isClosed && today >= From(finalOn);
}
