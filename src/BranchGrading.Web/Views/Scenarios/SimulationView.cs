using BranchGrading.Data.Queries;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Scenarios;

/// <summary>Two computations of a round side by side: figures, groups, and every branch that stands elsewhere.</summary>
/// <param name="Round">The round.</param>
/// <param name="From">What one starts from.</param>
/// <param name="To">What it is compared with.</param>
/// <param name="FromName">What the first column is called.</param>
/// <param name="ToName">What the second column is called.</param>
public sealed record SimulationView(GradingRound Round, SimulatedGrades From, SimulatedGrades To, string FromName = "现在", string ToName = "试算")
{
    /// <summary>Moved branches shown at first; a change of rules may move a thousand.</summary>
    public const int FirstMoves = 150;

    private IReadOnlyList<IGrouping<(Grade? From, Grade? To), SimulatedMove>>? _groups;

    public Simulation Simulation { get; } = new(From.Result, To.Result);

    /// <summary>The address that shows all moved branches; null where all are shown whatever their number.</summary>
    public string? AllAddress { get; init; }

    /// <summary>Whether decisions that do not fit stand against putting these rules in force.</summary>
    public bool MayConflict { get; init; } = true;

    public int Shown => AllAddress is null ? int.MaxValue : FirstMoves;

    public IReadOnlyList<RuleDifference> Differences => Domain.Rounds.RoundRules.Differences(From.Result.Rules, To.Result.Rules);

    /// <summary>Moved branches by what becomes of them: those that rise, those that fall, then those whose tie begins or ends.</summary>
    public IReadOnlyList<IGrouping<(Grade? From, Grade? To), SimulatedMove>> MoveGroups => _groups ??=
    [
        .. Simulation.Moves.GroupBy(move => (From: move.From.Grade, To: move.To.Grade))
            .OrderBy(group => group.First().Rises ? 0 : group.First().Falls ? 1 : group.First().IsTieOnly ? 3 : 2)
            .ThenBy(group => group.Key.To).ThenBy(group => group.Key.From),
    ];

    public int Rising => Simulation.Moves.Count(move => move.Rises);

    public int Falling => Simulation.Moves.Count(move => move.Falls);

    /// <summary>名额调剂 that the scope of the other rules does not know.</summary>
    public int LostTransfers => From.Result.Rules.CapScope == To.Result.Rules.CapScope ? 0
        : Round.PlaceTransfers.Count(transfer => From.Result.Groups.Any(group => group.Key == transfer.FromGroup) && To.Result.Groups.All(group => group.Key != transfer.FromGroup));

    /// <summary>The figures of the table: what, by the first rules, by the second, and whether a difference is told.</summary>
    public IReadOnlyList<(string Name, Grade? Grade, int From, int To)> Figures =>
    [
        .. Enum.GetValues<Grade>().Select(grade => ($"{grade} {grade.Word()}", (Grade?)grade, From.Result.CountOf(grade), To.Result.CountOf(grade))),
        ("没有等级", null, From.Result.CountWithoutGrade, To.Result.CountWithoutGrade),
        ("A 级名额", null, From.Result.Places, To.Result.Places),
        ("空余名额", null, From.Result.Groups.Sum(group => group.Open), To.Result.Groups.Sum(group => group.Open)),
        ("并列待定", null, From.Result.TiesToDecide, To.Result.TiesToDecide),
    ];

    /// <summary>Against the grades of the year before: where the branches went by the first rules, and by the second.</summary>
    public IReadOnlyList<(string Name, int From, int To)> YearFigures
    {
        get
        {
            var (from, to) = (FromYear(From.Result), FromYear(To.Result));
            return
            [
                ($"{Direction.Risen.Word()}（比上年好）", from.Risen, to.Risen),
                (Direction.Same.Word(), from.Same, to.Same),
                (Direction.Fallen.Word(), from.Fallen, to.Fallen),
                (Direction.New.Word(), from.New, to.New),
            ];
        }
    }

    public static string Sign(int difference) => difference switch { 0 => "", > 0 => $"+{difference}", _ => $"−{-difference}" };

    private static PromotionRate FromYear(GradingResult result) => PromotionRate.Of([.. result.Outcomes.Select(outcome => (outcome.Candidate.PreviousGrade, outcome.Grade))]);
}
