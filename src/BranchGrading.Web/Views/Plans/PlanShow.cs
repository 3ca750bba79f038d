namespace BranchGrading.Web.Views.Plans;

/// <summary>Which plans the list shows.</summary>
public enum PlanShow
{
    /// <summary>What the viewer has to do something about.</summary>
    Mine,

    /// <summary>Branches that must have a plan and handed in none.</summary>
    Missing,

    /// <summary>Begun, or sent back.</summary>
    Writing,

    Submitted,

    Approved,

    Running,

    Overdue,

    /// <summary>Nothing was told for a quarter.</summary>
    Quiet,

    /// <summary>D branches whose plan has nobody of the leaders in contact.</summary>
    Leaderless,

    /// <summary>D branches half a year on.</summary>
    Urgent,

    Closed,
}
