using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>A branch whose grade, or waiting in a tie, differs between two computations of one round.</summary>
public sealed record SimulatedMove(GradingOutcome From, GradingOutcome To, RoundRules OldRules, RoundRules NewRules)
{
    public int ParticipantId => To.ParticipantId;

    public bool Rises => From.Grade is { } from && To.Grade is { } to && to.IsBetterThan(from);

    public bool Falls => From.Grade is { } from && To.Grade is { } to && from.IsBetterThan(to);

    /// <summary>Whether the grade is the same and only the waiting in a tie begins or ends.</summary>
    public bool IsTieOnly => From.Grade == To.Grade;

    /// <summary>Why, in the order of §3: the figures that differ, what limits the branch there, and what no longer does.</summary>
    public IReadOnlyList<string> Why()
    {
        var lines = new List<string>();
        if (From.Composite != To.Composite)
            lines.Add($"最终得分 {Figure(From.Composite)} → {Figure(To.Composite)}");
        if (From.Band != To.Band)
            lines.Add(From.Band is { } was && To.Band is { } now ? $"分数等级 {was} → {now}（{BoundOf(was, now)}）" : $"分数等级 {Letter(From.Band)} → {Letter(To.Band)}");
        lines.AddRange(To.Lines.Select(line => line.Text));
        // Who no longer lacks a place no longer waits for one: the cap's line says both.
        lines.AddRange(From.Lines.Where(line => !Has(To, line.Limit) && line.Limit != Limit.TieToDecide).Select(line => $"不再受限：{line.Text}"));
        return lines.Count > 0 ? lines : [$"最终得分 {Figure(To.Composite)}，没有受到限制"];
    }

    /// <summary>The bound that lies between the two bands, as the new rules set it.</summary>
    private string BoundOf(Grade was, Grade now)
    {
        var better = was.IsBetterThan(now) ? was : now;
        var (old, @new) = (Bound(better, OldRules), Bound(better, NewRules));
        return old == @new ? $"{better} 级分数线 {@new:0.##}" : $"{better} 级分数线 {old:0.##} → {@new:0.##}";
    }

    private static decimal Bound(Grade grade, RoundRules rules) => grade switch { Grade.A => rules.BoundA, Grade.B => rules.BoundB, _ => rules.BoundC };

    private static bool Has(GradingOutcome outcome, Limit limit) => outcome.Lines.Any(line => line.Limit == limit);

    private static string Figure(decimal? score) => score?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "没有";

    private static string Letter(Grade? grade) => grade?.ToString() ?? "没有";
}
