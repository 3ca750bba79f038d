using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>What the rules make of a whole round (§3).</summary>
public sealed class GradingResult
{
    private readonly Dictionary<int, GradingOutcome> _byParticipant;
    private HashSet<string>? _sharedNames;

    internal GradingResult(
        RoundRules rules, int places, IReadOnlyList<CapGroup> groups, IReadOnlyList<GradingOutcome> outcomes)
    {
        (Rules, Places, Groups, Outcomes) = (rules, places, groups, outcomes);
        _byParticipant = outcomes.ToDictionary(outcome => outcome.ParticipantId);
    }

    /// <summary>The rules applied.</summary>
    public RoundRules Rules { get; }

    /// <summary>A级上限: the school's places (§3.5d).</summary>
    public int Places { get; }

    /// <summary>Those who share places, in the order of the branch types or of the roster (§3.6).</summary>
    public IReadOnlyList<CapGroup> Groups { get; }

    /// <summary>One outcome a candidate, in the order given.</summary>
    public IReadOnlyList<GradingOutcome> Outcomes { get; }

    /// <summary>How many branches have the grade, decided or computed.</summary>
    public int CountOf(Grade grade) => Outcomes.Count(outcome => outcome.Grade == grade);

    /// <summary>How many branches have no grade.</summary>
    public int CountWithoutGrade => Outcomes.Count(outcome => outcome.Grade is null);

    /// <summary>How many branches wait in a tie (并列待定).</summary>
    public int TiesToDecide => Outcomes.Count(outcome => outcome.TieToDecide);

    /// <summary>The outcome of a participant, or null.</summary>
    public GradingOutcome? Find(int participantId) => _byParticipant.GetValueOrDefault(participantId);

    /// <summary>「学院机关党支部」, behind its committee where another branch has the same name.</summary>
    public string NameOf(GradingOutcome outcome)
    {
        _sharedNames ??= [.. Outcomes.GroupBy(one => one.Candidate.BranchName).Where(name => name.Count() > 1).Select(name => name.Key)];
        var name = outcome.Candidate.BranchName;
        return _sharedNames.Contains(name) ? $"{outcome.Candidate.CommitteeName}「{name}」" : $"「{name}」";
    }
}
