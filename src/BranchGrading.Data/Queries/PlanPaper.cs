using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A branch's plan in a round, or the place for one, and what the viewer may do with it.</summary>
/// <param name="Participant">The branch in its round, with its present committee.</param>
/// <param name="Plan">The plan with items, entries and returns; null while there is none.</param>
/// <param name="Grade">The grade as far as the viewer may know it: in effect, before publication by 初评等级 or the committee's score.</param>
/// <param name="IsPublished">Whether the grade is published.</param>
/// <param name="HasBegun">Whether the branch has handed in its self-assessment, or its review is recorded: from then on a plan may be drawn up.</param>
/// <param name="ContactLeader">联系领导 as the review names him, once the grades are published; null where none is, or the viewer may not read it.</param>
/// <param name="Ties">What ties the viewer to it.</param>
/// <param name="Viewer">Who looks.</param>
public sealed record PlanPaper(
    Participant Participant, ImprovementPlan? Plan, Grade? Grade, bool IsPublished, bool HasBegun, string? ContactLeader, PlanTies Ties, Viewer Viewer)
{
    public GradingRound Round => Participant.Round;

    /// <summary>What the audit calls it.</summary>
    public string Subject => $"{Round.Year} 年度 {Participant.BranchName}";

    public bool IsFinal => Ties.IsFinal;

    /// <summary>The committee that acts on it.</summary>
    public string CommitteeName => IsFinal ? (Participant.Branch.Successor ?? Participant.Branch).Committee.Name : Participant.CommitteeName;

    /// <summary>Whether the branch exists, or another carries its plans on; else nobody writes or acts on the plan any more.</summary>
    public bool IsCarriedOn => Participant.Branch.IsActive || Participant.Branch.Successor is { IsActive: true };

    /// <summary>Who approves and accepts, in words.</summary>
    public string Approver => Ties.IsDepartments ? "党委组织部" : CommitteeName;

    public bool IsRequired => ImprovementPlan.IsRequired(Grade);

    public PlanState? State => Plan?.StateOf(IsFinal, IsCarriedOn);

    public bool MayFill => IsCarriedOn && Ties.MayFill(Viewer);

    public bool MayAct => IsCarriedOn && Ties.MayAct(Viewer);

    /// <summary>Whether the viewer may write in the plan now.</summary>
    public bool MayWrite => MayFill && Plan is { IsDraft: true };

    /// <summary>Whether items move on: progress, acceptance, spot checks.</summary>
    public bool IsRunning => Plan is { ApprovedAt: not null } && IsFinal && IsCarriedOn;

    public bool MayDecide => MayAct && State == PlanState.Submitted;

    public bool MayReturn => MayAct && State is PlanState.Submitted or PlanState.Approved or PlanState.Running;

    /// <summary>Whether the viewer reads what is in the plan: until it was handed in for the first time, only the branch and who writes for it do.</summary>
    public bool SeesContent => Plan is not { WasSubmitted: false } || MayFill;

    /// <summary>The grade that the branch may read too; what is written into a plan, or asked of it, knows no other.</summary>
    public Grade? PublishedGrade => IsPublished ? Grade : null;

    public DateOnly? FinalOn => Participant.Round.Publication?.FinalAt is { } at ? SchoolTime.DayOf(at) : null;

    /// <summary>Why no plan can be drawn up now; null when it can.</summary>
    public string? WhyNotBegin => Plan is not null ? "这个支部已经有计划了。"
        : !Participant.Branch.IsActive ? "这个支部已经撤销，不再起草计划。"
        : !HasBegun ? "支部提交自我评价，或者登记了初评结果以后，才能起草计划。"
        : null;

    /// <summary>The kinds of entry that the viewer may write to an item now.</summary>
    public IEnumerable<PlanEntryKind> ActsOn(PlanItem item)
    {
        if (!IsRunning)
            yield break;
        if (MayFill && item.State == PlanItemState.Open)
        {
            yield return PlanEntryKind.Progress;
            yield return PlanEntryKind.Request;
        }

        if (MayAct && item.State == PlanItemState.Requested)
        {
            yield return PlanEntryKind.Accept;
            yield return PlanEntryKind.Refuse;
        }

        if ((MayAct || Viewer.IsDepartment) && item.State == PlanItemState.Accepted)
            yield return PlanEntryKind.Reopen;
        if (Viewer.IsDepartment)
            yield return PlanEntryKind.SpotCheck;
    }
}
