using BranchGrading.Data;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publications;

/// <summary>What stands against publication, or what was published and when it becomes final.</summary>
public sealed record PublicationPage(GradingRound Round, PublicationForm Form, int Places, GradeCounts Counts)
{
    /// <summary>What the rules make of the round now; null once it is published.</summary>
    public GradingResult? Result { get; init; }

    public IReadOnlyList<GradingProblem> Problems { get; init; } = [];

    /// <summary>When the publicity would run, if it began today; null once it is published.</summary>
    public PublicityDates? Dates { get; init; }

    /// <summary>The objections that are not answered yet.</summary>
    public IReadOnlyList<Objection> Open { get; init; } = [];

    public int Objections { get; init; }

    /// <summary>The branches that the viewer leads: objections to them are left to others (回避).</summary>
    public IReadOnlySet<int> Own { get; init; } = new HashSet<int>();

    /// <summary>改定 and 更正 so far.</summary>
    public IReadOnlyList<GradeChange> Changes { get; init; } = [];

    /// <summary>The day in the school on which the round was opened: no meeting can have settled its grades before.</summary>
    public DateOnly Opened => SchoolTime.DayOf(Round.OpenedAt!.Value);
}
