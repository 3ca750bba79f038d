using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>本单位支部: the branches of one committee in a round, step by step.</summary>
public sealed record MatrixPage(
    GradingRound Round, int CommitteeId, string CommitteeName, IReadOnlyList<MatrixRow> All, IReadOnlyList<SelectListItem> Committees, string? Show, Viewer Viewer)
{
    public static IReadOnlyList<(string Key, string Name, Func<MatrixRow, bool> Holds)> Filters { get; } =
    [
        ("", "全部", _ => true),
        ("mine", "等我处理", row => row.Next.For == Waits.Viewer),
        ("branch", "等支部", row => row.Next.For == Waits.Branch),
        ("done", "已初评", row => row.IsReviewed),
        ("warn", "有提示", row => row.Warnings.Any()),
    ];

    public string Filter => Filters.Any(filter => filter.Key == Show) ? Show! : "";

    public IEnumerable<MatrixRow> Rows => All.Where(Filters.First(filter => filter.Key == Filter).Holds);

    public CommitteeReport? Report => All[0].Papers.Report;

    public int Reviewed => All.Count(row => row.IsReviewed);

    public int NotReady => All.Count(row => !row.Papers.IsReady);

    public ProposedPlaces Places => new(All.Count, All.Count(row => row.Review?.ProposedGrade == Grade.A), Round.Rules.CapShare);

    /// <summary>The latest deadlines that hold for the committee, extensions considered.</summary>
    public WorkDeadlines Deadlines => new(All.Max(row => row.Papers.Deadlines.SelfAssessment), All.Max(row => row.Papers.Deadlines.Report));

    public bool IsOfficer => Viewer.IsOfficer && All[0].Papers.Ties.IsOfficer;

    /// <summary>Branches that the department gave back, with its reason.</summary>
    public IEnumerable<(MatrixRow Row, ReturnedBranch Returned)> Returned => All.SelectMany(row =>
        (Report?.Returned ?? []).Where(branch => branch.ParticipantId == row.Participant.Id && branch.SettledAt is null).Select(branch => (row, branch)));

    public string AddressOf(string filter) => $"/rounds/{Round.Id}/reviews?committee={CommitteeId}{(filter.Length == 0 ? "" : $"&show={filter}")}";
}
