using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Plans;

/// <summary>One branch's plan with everything that may be done to it now.</summary>
public sealed record PlanPage(PlanPaper Paper, IReadOnlyList<PlanSuggestion> Suggestions, ILookup<int, Attachment> Files, DateOnly Today)
{
    public string Address => AddressOf(Paper.Participant.Id);

    public ImprovementPlan? Plan => Paper.Plan;

    public IReadOnlyList<PlanItem> Items => [.. (Plan?.Items ?? []).OrderBy(item => item.Order)];

    public BeginForm Begin { get; init; } = new();

    public HeadForm Head { get; init; } = new();

    public ApprovalForm Approval { get; init; } = new();

    public LeaderForm Leader { get; init; } = new();

    public BackForm Back { get; init; } = new();

    public Guid Mark => PlanMark.Of(Plan!);

    /// <summary>The suggestions that are not in the plan yet.</summary>
    public IReadOnlyList<PlanSuggestion> Fresh => Plan is null ? Suggestions : [.. Suggestions.Where(one => !one.IsIn(Plan))];

    public IReadOnlyList<PlanGap> Gaps => Plan is { IsDraft: true } ? [.. Plan.WhyNotSubmit(Paper.PublishedGrade, Today)] : [];

    /// <summary>What the committee may want written more exactly, with the number of the item.</summary>
    public IReadOnlyList<(int Number, PlanItem Item, string Hint)> Vague =>
        [.. Items.Select((item, index) => (Number: index + 1, Item: item, Hint: VagueMeasure.HintFor(item.Measure))).Where(row => row.Hint is not null).Select(row => (row.Number, row.Item, row.Hint!))];

    public PlanReturn? LastReturn => Plan?.Returns.OrderBy(row => row.Id).LastOrDefault();

    public DateOnly? FinalOn => Paper.FinalOn;

    public bool IsUrgent => ImprovementPlan.IsUrgent(Paper.Grade, Paper.State == PlanState.Closed, FinalOn, Today);

    public bool IsQuiet => Paper.State == PlanState.Running && Items.Any(item => item.State == PlanItemState.Open) && FinalOn is { } final
        && Quarter.IsQuiet(Plan!.ApprovedAt is { } at && SchoolTime.DayOf(at) > final ? SchoolTime.DayOf(at) : final, LastReport, Today);

    /// <summary>Whether a D branch's plan has nobody of the leaders in contact.</summary>
    public bool LacksLeader => Plan is { ApprovedAt: not null } && ImprovementPlan.LacksLeader(Paper.PublishedGrade, true, Paper.State == PlanState.Closed, Plan.ContactLeader);

    public int Accepted => Items.Count(item => item.State == PlanItemState.Accepted);

    private DateOnly? LastReport => Items.SelectMany(item => item.Entries).Where(entry => entry.Kind is PlanEntryKind.Progress or PlanEntryKind.Request)
        .Select(entry => (DateOnly?)SchoolTime.DayOf(entry.At)).Max();

    public static string AddressOf(int participantId) => $"/plans/{participantId}";

    /// <summary>What stands above every page of a plan.</summary>
    public static List<Breadcrumb> BreadcrumbOf(PlanPaper paper) => [new("整改提升", "/plans"), new(paper.Participant.BranchName, AddressOf(paper.Participant.Id))];

    public static IEnumerable<SelectListItem> Kinds(PlanKind? chosen) => Enum.GetValues<PlanKind>().Select(kind => new SelectListItem(
        kind switch { PlanKind.Rectify => "整改（C、D 级支部）", PlanKind.Rise => "提升（争取更高等级）", _ => "巩固（保持先进）" }, kind.ToString(), kind == chosen));

    public static IEnumerable<SelectListItem> Targets(Grade? chosen) => Enum.GetValues<Grade>().Where(grade => grade != Grade.D)
        .Select(grade => new SelectListItem($"{grade} {grade.Word()}", grade.ToString(), grade == chosen)).Prepend(new SelectListItem("请选择", "", chosen is null));
}
