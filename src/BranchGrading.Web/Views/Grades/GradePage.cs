using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Grades;

/// <summary>为什么是这个等级: one branch, step by step.</summary>
public sealed record GradePage(GradingRound Round, BranchGrade Grade, bool MayDecide)
{
    public Participant Participant => Grade.Participant;

    public GradeSnapshot Result => Grade.Result;
}
