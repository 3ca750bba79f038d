using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>更正: what a correction of a final grade must not bring about; all other grades stay as they are (§2.5, §3.7).</summary>
public static class CorrectionRules
{
    /// <summary>Every grade counts as decided, corrected ones too: nobody moves up into a place, and nobody may take one that is not there.</summary>
    /// <param name="candidates">What went into the grades.</param>
    /// <param name="rules">The rules as they were.</param>
    /// <param name="transfers">The round's transfers of places.</param>
    /// <param name="settled">The grade of every branch as it stands now.</param>
    /// <param name="participantId">The branch to be corrected.</param>
    /// <param name="grade">Its grade from now on.</param>
    /// <returns>Why it is refused, with figures; null when it may be.</returns>
    public static string? WhyNot(
        IReadOnlyList<GradingCandidate> candidates, RoundRules rules, IReadOnlyList<QuotaTransfer> transfers, IReadOnlyDictionary<int, Grade> settled, int participantId, Grade grade)
    {
        if (settled[participantId] == grade)
            return $"这个支部的等级就是 {grade}，没有改动";
        return DecisionRules.Against(Graded(id => settled[id]), Graded(id => id == participantId ? grade : settled[id])).FirstOrDefault()?.PublishedText;

        GradingResult Graded(Func<int, Grade> gradeOf) => GradingService.Grade(
            [.. candidates.Select(candidate => candidate with { Decision = new GradeDecision(gradeOf(candidate.ParticipantId), "已定级") })], rules, transfers);
    }
}
