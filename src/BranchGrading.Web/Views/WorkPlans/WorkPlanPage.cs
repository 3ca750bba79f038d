using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.WorkPlans;

/// <summary>The versions of a committee's 工作方案 in a year, the one that holds first.</summary>
public sealed record WorkPlanPage(CommitteeYear Unit, IReadOnlyList<(CommitteeNote Note, List<Attachment> Files)> Versions, WorkPlanForm Form)
{
    public string Address => $"{Unit.Address}/work-plans";
}
