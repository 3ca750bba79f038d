using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>What final grades lead to (§3.9), for one round; a corrected grade counts as corrected.</summary>
public static class ConsequenceQueries
{
    /// <summary>The A branches, from which alone 先进党支部 may be recommended, in display order.</summary>
    public static Task<List<ConsequenceRow>> RecommendableAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken) => db.PublishedGrades.AsNoTracking()
        .Where(grade => grade.Participant.RoundId == round.Id).InEffect(Grade.A)
        .OrderBy(grade => grade.Participant.CommitteeOrder).ThenBy(grade => grade.Participant.CommitteeId).ThenBy(grade => grade.Participant.DisplayOrder)
        .Select(grade => new ConsequenceRow(grade.Participant.CommitteeName, grade.Participant.BranchName, null, null, null))
        .ToListAsync(cancellationToken);

    /// <summary>Who is barred by a D: the leading group as in office at the opening from rewards, the secretary besides from promotion.</summary>
    public static async Task<List<ConsequenceRow>> BarredAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken)
    {
        var rules = round.KeptRules();
        var people = await db.PublishedGrades.AsNoTracking()
            .Where(grade => grade.Participant.RoundId == round.Id).InEffect(Grade.D)
            .OrderBy(grade => grade.Participant.CommitteeOrder).ThenBy(grade => grade.Participant.CommitteeId).ThenBy(grade => grade.Participant.DisplayOrder)
            .SelectMany(
                grade => grade.Participant.LeadingGroup,
                (grade, member) => new { grade.Participant.CommitteeName, grade.Participant.BranchName, member.Post, Name = member.PersonName, member.Person.StaffNumber })
            .ToListAsync(cancellationToken);
        return people.SelectMany(person => Consequence.OfD(person.Name, person.Post, round.Year, rules)
            .Select(bar => new ConsequenceRow(person.CommitteeName, person.BranchName, person.Post, person.StaffNumber, bar))).ToList();
    }
}
