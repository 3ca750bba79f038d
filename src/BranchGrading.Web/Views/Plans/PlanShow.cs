namespace BranchGrading.Web.Views.Plans;

/// <summary>Which plans the list shows.</summary>
public enum PlanShow
{
    /// <summary>What the viewer has to do something about.</summary>
    Mine,

    /// <summary>Branches that must have a plan and have none.</summary>
    Missing,

    /// <summary>Begun, or sent back.</summary>
    Writing,

    Submitted,

    Approved,

    Running,

    Overdue,

    /// <summary>D branches half a year on.</summary>
    Urgent,

    Closed,
}
