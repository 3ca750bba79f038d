using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>业绩考核: what the application knows of a committee's work in a year.</summary>
public sealed record CommitteeFacts(int CommitteeId, string Name, CommitteeKind Kind)
{
    /// <summary>Branches that take part in the year's round, by the committee frozen there.</summary>
    public int Branches { get; init; }

    public ReportTiming Timing { get; init; }

    public DateTime? ReportedAt { get; init; }

    /// <summary>The deadline that held, extensions considered.</summary>
    public DateTime? ReportDeadline { get; init; }

    /// <summary>Branches that the report named as missing.</summary>
    public int MissingBranches { get; init; }

    /// <summary>How often the department gave a single branch of the report back.</summary>
    public int ReturnedBranches { get; init; }

    /// <summary>Grades in effect, or imported ones; null before publication.</summary>
    public GradeCounts? Grades { get; init; }

    /// <summary>晋位升级 against the latest earlier year with grades; null before the round is final, or without such a year.</summary>
    public PromotionRate? Rise { get; init; }

    /// <summary>Branches at C or D, which must have a plan: until publication by the grade that the review proposes.</summary>
    public int PlansRequired { get; init; }

    /// <summary>Of these, how many have handed in none.</summary>
    public int PlansMissing { get; init; }

    /// <summary>Of these, how many have every item accepted.</summary>
    public int PlansClosed { get; init; }

    /// <summary>Items of approved plans, of all branches.</summary>
    public int Items { get; init; }

    public int ItemsAccepted { get; init; }

    public int ItemsOverdue { get; init; }

    /// <summary>Branches that the school scored anew; null where the viewer does not know before publication.</summary>
    public int? Rescored { get; init; }

    /// <summary>考评记录 on the report and its branches; null where the viewer does not know before publication.</summary>
    public int? Findings { get; init; }

    /// <summary>Secretaries in office on the day as of which the year is looked at, once for every branch they lead.</summary>
    public int Secretaries { get; init; }

    /// <summary>Of these, how many took part in a 轮训 of the year.</summary>
    public int Rotated { get; init; }

    /// <summary>New ones.</summary>
    public int NewSecretaries { get; init; }

    /// <summary>Of the new ones, how many had their 任职培训.</summary>
    public int Inducted { get; init; }

    /// <summary>Of the new ones, how many are overdue with it.</summary>
    public int InductionOverdue { get; init; }

    /// <summary>Versions of the 工作方案.</summary>
    public int WorkPlans { get; init; }

    public int Pledges { get; init; }

    public int Comments { get; init; }

    /// <summary>Branches of now with a 联系点, of how many.</summary>
    public int ContactPoints { get; init; }

    public int ActiveBranches { get; init; }

    /// <summary>Branches graded D whose secretary was replaced, or which were dissolved.</summary>
    public int Replaced { get; init; }

    public decimal? RotatedShare => Share.Percent(Rotated, Secretaries);

    public decimal? ClosedShare => Share.Percent(PlansClosed, PlansRequired);
}
