using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Grades;

/// <summary>All branches of a round with their grades: counts over all, rows as filtered.</summary>
public sealed class GradeList
{
    private const int PageSize = 200;

    private readonly List<RoundSheetRow> _filtered;

    public GradeList(RoundSheet sheet, GradeFilter filter, bool isDepartment, HttpRequest request)
    {
        (Sheet, Filter, IsDepartment) = (sheet, filter, isDepartment);
        var rows = sheet.Rows.Where(row => filter.Show switch
        {
            "ties" => row.Result.TieToDecide,
            "missing" => row.Result.Missing.Count > 0,
            "limited" => IsLimited(row),
            "decided" => row.Result.Decided is not null,
            "anomalies" => row.Anomalies.Count > 0,
            _ => true,
        });
        rows = rows.Where(row => (filter.CommitteeId is null || row.Participant.CommitteeId == filter.CommitteeId)
            && (filter.Type is null || row.Participant.BranchType == filter.Type)
            && (string.IsNullOrWhiteSpace(filter.Q) || row.Participant.BranchName.Contains(filter.Q.Trim(), StringComparison.OrdinalIgnoreCase)));
        _filtered = filter.Sort == "score" ? rows.OrderByDescending(row => row.Result.Composite ?? -1).ToList() : rows.ToList();
        Pager = Pager.Of(filter.Page, PageSize, _filtered.Count, request);
    }

    public RoundSheet Sheet { get; }

    public GradeFilter Filter { get; }

    public bool IsDepartment { get; }

    public GradingRound Round => Sheet.Round;

    public bool MayDecide => IsDepartment && Round.Publication is null;

    public int Found => _filtered.Count;

    public Pager Pager { get; }

    public IEnumerable<RoundSheetRow> Rows => _filtered.Skip(Pager.Skip).Take(PageSize);

    public int UsedPlaces => CountOf(Grade.A);

    /// <summary>Branches with enough points for A that the places do not reach.</summary>
    public int Lowered => Sheet.Rows.Count(row => row.Result is { TieToDecide: false, Decided: null } && row.Result.Lines.Any(line => line.Limit == Limit.Cap));

    public int Ties => Sheet.Rows.Count(row => row.Result.TieToDecide);

    public int Missing => Sheet.Rows.Count(row => row.Result.Missing.Count > 0);

    public int Limited => Sheet.Rows.Count(IsLimited);

    /// <summary>Branches with figures that deserve a second look.</summary>
    public int Anomalous => Sheet.Rows.Count(row => row.Anomalies.Count > 0);

    public int Decided => Sheet.Rows.Count(row => row.Result.Decided is not null);

    public int CountOf(Grade grade) => Sheet.Rows.Count(row => row.Result.Grade == grade);

    public IReadOnlyList<(int Id, string Name)> Committees => Sheet.Rows.Select(row => (row.Participant.CommitteeId, row.Participant.CommitteeName)).Distinct().ToList();

    private static bool IsLimited(RoundSheetRow row) => row.Result.Lines.Any(line => line.Limit is not (Limit.Missing or Limit.Approval));
}
