using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Grades;

/// <summary>The desk: all branches of a round with their grades, filtered and in order, and the cut of every group.</summary>
public sealed class GradeList
{
    /// <summary>The questions that the meeting asks most.</summary>
    public static readonly IReadOnlyList<(string? Key, string Text, string? Icon)> Chips =
        [(null, "全部", null), ("ties", "并列待定", "tie"), ("missing", "材料不全", "alert"), ("limited", "受限制", null), ("anomalies", "数据异常", "alert"), ("decided", "已决定", "seal")];

    private readonly HashSet<int> _shown;

    public GradeList(RoundSheet sheet, GradeFilter filter, bool isDepartment)
    {
        (Sheet, Filter, IsDepartment, Order) = (sheet, filter, isDepartment, DeskOrder.Of(filter.Sort));
        var all = sheet.Rows.Select((row, index) => new DeskRow(row, index, sheet.Round.Rules.CapScope)).ToList();
        DeskOrder.Rank(all, sheet.Groups);
        var groups = all.ToLookup(row => row.GroupKey);
        Cuts = [.. sheet.Groups.Select(group => CapCut.Of(group, groups[group.Key].Select(row => row.Cut)))];
        var next = Cuts.SelectMany(cut => cut.Next).Select(branch => branch.ParticipantId).ToHashSet();
        foreach (var row in all)
            row.IsNext = next.Contains(row.Id);
        Rows = Order.Sort(all, Cuts.Count);
        var facts = filter.Facts.ToList();
        var name = filter.Q?.Trim() ?? "";
        _shown = [.. all.Where(row => facts.TrueForAll(row.Facts.Contains) && row.Participant.BranchName.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(row => row.Id)];
    }

    public RoundSheet Sheet { get; }

    public GradeFilter Filter { get; }

    public DeskOrder Order { get; }

    public bool IsDepartment { get; }

    public GradingRound Round => Sheet.Round;

    public bool MayDecide => IsDepartment && Round.Publication is null;

    /// <summary>All branches in order, those that the filter hides among them: the browser shows them again without asking.</summary>
    public IReadOnlyList<DeskRow> Rows { get; }

    public int Found => _shown.Count;

    public IReadOnlyList<CapCut> Cuts { get; }

    public bool HasGroups => Cuts.Count > 1;

    public int Columns => MayDecide ? 14 : 13;

    public int UsedPlaces => Sheet.Groups.Sum(group => group.Used);

    public int OpenPlaces => Sheet.Groups.Sum(group => group.Open);

    /// <summary>Branches with enough for A that the places do not reach, those in a tie left out.</summary>
    public int Lowered => Cuts.Sum(cut => cut.Below);

    public int Ties => Cuts.Sum(cut => cut.Tied.Count);

    public bool IsShown(DeskRow row) => _shown.Contains(row.Id);

    public int CountOf(string? chip) => chip is null ? Rows.Count : Rows.Count(row => row.Facts.Contains(chip));

    public int CountOf(Grade? grade) => Rows.Count(row => row.Result.Grade == grade);

    public IReadOnlyList<(int Id, string Name)> Committees =>
        Rows.OrderBy(row => row.Order).Select(row => (row.Participant.CommitteeId, row.Participant.CommitteeName)).Distinct().ToList();

    /// <summary>The rows as they stand, those hidden too, and before them or between them where a group begins and where its cut lies.</summary>
    public IEnumerable<DeskLine> Lines
    {
        get
        {
            var lines = new List<DeskLine>(Rows.Count + 2 * Cuts.Count);
            lines.AddRange(Rows.Select(row => new DeskLine(row.Place, row, null, IsShown(row))));
            var shows = Order.ShowsCut(Cuts.Count);
            var groups = Rows.OrderBy(row => row.Place).ToLookup(row => row.GroupKey);
            foreach (var cut in Cuts)
            {
                if (groups[cut.Group.Key].ToList() is not { Count: > 0 } rows)
                    continue;
                var isShown = shows && rows.Exists(IsShown);
                if (HasGroups)
                    lines.Add(new DeskLine(rows[0].Place - 2, null, cut, isShown) { Begins = true });
                lines.Add(new DeskLine(CutBefore(rows), null, cut, isShown));
            }

            return shows ? lines.OrderBy(line => line.Place) : lines;
        }
    }

    /// <summary>Before the first without a place; where all have one, after the last of them.</summary>
    private static int CutBefore(List<DeskRow> rows) => rows.Find(row => row.IsBelowCut) is { } below
        ? below.Place - 1
        : rows.FindLast(row => row.Result.Grade == Grade.A) is { } last ? last.Place + 1 : rows[0].Place - 1;
}
