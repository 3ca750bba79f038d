using BranchGrading.Data;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.People;

/// <summary>
/// Who is meant by a name with a 工号 or a phone: the same 工号 is the same person, else the same name and phone;
/// otherwise all of that name are listed, for the user to choose.
/// </summary>
public sealed class PersonFinder(GradingDbContext db)
{
    /// <summary>The answer that it is none of those listed.</summary>
    public const int Nobody = 0;

    /// <param name="chosen">Which of the listed ones was chosen; null when nobody was asked yet.</param>
    public async Task<PersonMatch> FindAsync(string name, string? staffNumber, string? phone, int? chosen, CancellationToken cancellationToken)
    {
        (name, phone) = (name.Trim(), phone?.Trim());
        var number = NameKey.Of(staffNumber ?? "");
        if (number.Length > 0 && await db.People.SingleOrDefaultAsync(person => person.StaffNumberKey == number, cancellationToken) is { } numbered)
        {
            return NameKey.Of(numbered.Name) == NameKey.Of(name)
                ? new PersonMatch(numbered, [], null)
                : new PersonMatch(null, [], $"工号或学号「{staffNumber!.Trim()}」登记的是{numbered.Name}，不是{name}。请核对。");
        }

        // Somebody of the name with another number is somebody else.
        var namesakes = await db.People.Include(person => person.Terms.Where(term => term.To == null)).ThenInclude(term => term.Branch)
            .Include(person => person.Terms.Where(term => term.To == null)).ThenInclude(term => term.Committee)
            .Where(person => person.Name == name && (number == "" || person.StaffNumberKey == null)).OrderBy(person => person.Id).ToListAsync(cancellationToken);
        if (chosen is { } id && id != Nobody && namesakes.SingleOrDefault(person => person.Id == id) is { } picked)
            return new PersonMatch(Completed(picked, staffNumber, phone), [], null);
        if (!string.IsNullOrEmpty(phone) && namesakes.Where(person => person.Phone == phone).ToList() is [var same])
            return new PersonMatch(Completed(same, staffNumber, phone), [], null);
        return namesakes.Count == 0 || chosen == Nobody
            ? new PersonMatch(new Person(name, staffNumber, phone, null), [], null)
            : new PersonMatch(null, namesakes, null);
    }

    /// <summary>Fills in what was not known; what is known is changed on the person's own page only.</summary>
    private static Person Completed(Person person, string? staffNumber, string? phone)
    {
        if (person.StaffNumber is null && !string.IsNullOrWhiteSpace(staffNumber) || person.Phone is null && !string.IsNullOrWhiteSpace(phone))
            person.Edit(person.Name, person.StaffNumber ?? staffNumber, person.Phone ?? phone, person.Email);
        return person;
    }
}
