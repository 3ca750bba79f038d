using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Rounds;

/// <summary>前身等级: of a branch that came of others (merged, split, renamed) the earlier grade that counts as its own, chosen by the department (§3.5c, §5).</summary>
public sealed class PredecessorGrade
{
    public const int ReasonMaxLength = 300;

    private PredecessorGrade()
    {
    }

    public PredecessorGrade(Participant participant, PastGrade grade, string reason, string by, DateTime at)
    {
        (Participant, ParticipantId) = (participant, participant.Id);
        Choose(grade, reason, by, at);
    }

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public int PastGradeId { get; private set; }

    public PastGrade PastGrade { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public string ChosenBy { get; private set; } = "";

    public DateTime ChosenAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Chooses a grade of an earlier year.</summary>
    /// <exception cref="RuleViolationException">It is not of an earlier year than the round.</exception>
    public void Choose(PastGrade grade, string reason, string by, DateTime at)
    {
        if (grade.Year >= Participant.Round.Year)
            throw new RuleViolationException($"前身等级应是 {Participant.Round.Year} 年以前的。");
        Reason = Text.Required(reason, ReasonMaxLength, "采用前身等级的理由");
        (PastGrade, PastGradeId, ChosenBy, ChosenAt) = (grade, grade.Id, by, at);
    }
}
