using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Looks people up for a bar (§3.9), over all final rounds.</summary>
public static class BarQueries
{
    /// <summary>
    /// Who is meant: the one with that 工号 or 学号, else everybody of that name, as registered now or as a round's list has it, each for himself.
    /// </summary>
    /// <param name="asked">A number or a name; width, case and spaces do not matter.</param>
    public static async Task<IReadOnlyList<PersonBars>> BarsAsync(this GradingDbContext db, string asked, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(asked);
        var people = db.People.AsNoTracking().Where(person => person.StaffNumberKey == key);
        if (!await people.AnyAsync(cancellationToken))
        {
            // Names are folded here, where width and case count alike in every database.
            var names = (await db.People.Select(person => new { person.Id, person.Name }).ToListAsync(cancellationToken))
                .Concat(await db.Participants.SelectMany(participant => participant.LeadingGroup).Select(member => new { Id = member.PersonId, Name = member.PersonName }).Distinct().ToListAsync(cancellationToken));
            var meant = names.Where(person => NameKey.Of(person.Name) == key).Select(person => person.Id).ToHashSet();
            people = db.People.AsNoTracking().Where(person => meant.Contains(person.Id));
        }

        var found = await people.OrderBy(person => person.Id).Select(person => new
        {
            person.Id,
            person.Name,
            person.StaffNumber,
            person.Phone,
            Offices = person.Terms.OrderByDescending(term => term.To == null).ThenByDescending(term => term.From)
                .Select(term => new { term.Post, Branch = term.Branch!.Name, Unit = term.Branch.Committee.Name, Committee = term.Committee!.Name, IsCurrent = term.To == null }).ToList(),
        }).ToListAsync(cancellationToken);
        var ids = found.ConvertAll(person => person.Id);
        var bars = (await db.PublishedGrades.AsNoTracking()
            .Where(grade => grade.Participant.Round.Publication!.FinalAt != null).InEffect(Grade.D)
            .SelectMany(grade => grade.Participant.LeadingGroup, (grade, member) => new
            {
                member.PersonId,
                member.PersonName,
                member.Post,
                grade.ParticipantId,
                grade.Participant.CommitteeName,
                grade.Participant.BranchName,
                grade.Participant.RoundId,
                grade.Participant.Round.Year,
                grade.Participant.Round.Publication!.RulesJson,
            })
            .Where(row => ids.Contains(row.PersonId)).ToListAsync(cancellationToken))
            .SelectMany(row => Consequence.OfD(row.PersonName, row.Post, row.Year, GradeSnapshot.Read<RoundRules>(row.RulesJson))
                .Select(bar => (row.PersonId, Bar: new PersonBar(row.Year, row.RoundId, row.ParticipantId, row.CommitteeName, row.BranchName, row.Post, bar))))
            .OrderByDescending(row => row.Bar.Consequence.From).ToLookup(row => row.PersonId, row => row.Bar);
        return found.ConvertAll(person =>
        {
            var offices = person.Offices.ConvertAll(office => new PersonOffice(office.Post, office.Branch is null ? office.Committee : $"{office.Unit} {office.Branch}", office.IsCurrent));
            return new PersonBars(
                person.Id, person.Name, person.StaffNumber, person.Phone,
                offices.Any(office => office.IsCurrent) ? offices.FindAll(office => office.IsCurrent) : offices, [.. bars[person.Id]]);
        });
    }
}
