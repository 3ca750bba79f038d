using BranchGrading.Data;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>All committees, branches and people, tracked, and found by folded name or code as an import needs them.</summary>
public sealed class OrganisationLookup
{
    private readonly Dictionary<string, Committee> _byName;
    private readonly Dictionary<string, Committee> _byCode;
    private readonly Dictionary<string, Branch> _branchesByCode;
    private readonly Dictionary<(Committee, string), Branch> _branchesByName;
    private readonly Dictionary<string, Person> _peopleByNumber;
    private readonly Dictionary<(string Name, string Phone), Person> _peopleByPhone;

    private OrganisationLookup(List<Committee> committees, List<Person> people)
    {
        _byName = committees.ToDictionary(committee => committee.NameKey);
        _byCode = committees.Where(committee => committee.CodeKey is not null).ToDictionary(committee => committee.CodeKey!);
        var branches = committees.SelectMany(committee => committee.Branches).ToList();
        _branchesByCode = branches.Where(branch => branch.CodeKey is not null).ToDictionary(branch => branch.CodeKey!);
        _branchesByName = branches.ToDictionary(branch => (branch.Committee, branch.NameKey));
        _peopleByNumber = people.Where(person => person.StaffNumberKey is not null).ToDictionary(person => person.StaffNumberKey!);
        _peopleByPhone = [];
        foreach (var person in people.Where(person => person.Phone is not null))
            _peopleByPhone.TryAdd(PhoneKey(person), person);
        LastCommitteeOrder = committees.Select(committee => committee.DisplayOrder).DefaultIfEmpty().Max();
    }

    public int LastCommitteeOrder { get; private set; }

    /// <summary>Loads everything an import may change.</summary>
    public static async Task<OrganisationLookup> LoadAsync(GradingDbContext db, CancellationToken cancellationToken) => new(
        await db.Committees
            .Include(committee => committee.Terms.Where(term => term.To == null))
            .Include(committee => committee.Branches).ThenInclude(branch => branch.Terms.Where(term => term.To == null))
            .AsSplitQuery().ToListAsync(cancellationToken),
        await db.People.ToListAsync(cancellationToken));

    public Committee? Committee(string name) => _byName.GetValueOrDefault(NameKey.Of(name));

    public Committee? CommitteeByCode(string code) => _byCode.GetValueOrDefault(NameKey.Of(code));

    public Branch? Branch(Committee committee, string name) => _branchesByName.GetValueOrDefault((committee, NameKey.Of(name)));

    public Branch? BranchByCode(string code) => _branchesByCode.GetValueOrDefault(NameKey.Of(code));

    public Person? PersonByNumber(string number) => _peopleByNumber.GetValueOrDefault(NameKey.Of(number));

    public Person? PersonByPhone(string name, string phone) => _peopleByPhone.GetValueOrDefault((NameKey.Of(name), NameKey.Of(phone)));

    /// <summary>Takes in a new unit, with the next place in the display order.</summary>
    public Committee Add(string name, CommitteeKind kind, string? code)
    {
        var committee = new Committee(name, kind, code, ++LastCommitteeOrder);
        Remember(committee);
        return committee;
    }

    /// <summary>Finds a committee, branch or person by the names, codes and phones that it has now, and no longer by those it had.</summary>
    public void Remember(Committee committee, string? oldName = null, string? oldCode = null)
    {
        if (oldName is not null)
            _byName.Remove(oldName);
        if (oldCode is not null)
            _byCode.Remove(oldCode);
        _byName[committee.NameKey] = committee;
        if (committee.CodeKey is { } code)
            _byCode[code] = committee;
    }

    public void Remember(Branch branch, string? oldName = null, string? oldCode = null)
    {
        if (oldName is not null)
            _branchesByName.Remove((branch.Committee, oldName));
        if (oldCode is not null)
            _branchesByCode.Remove(oldCode);
        _branchesByName[(branch.Committee, branch.NameKey)] = branch;
        if (branch.CodeKey is { } code)
            _branchesByCode[code] = branch;
    }

    public void Remember(Person person)
    {
        if (person.StaffNumberKey is { } number)
            _peopleByNumber[number] = person;
        if (person.Phone is not null)
            _peopleByPhone[PhoneKey(person)] = person;
    }

    private static (string, string) PhoneKey(Person person) => (NameKey.Of(person.Name), NameKey.Of(person.Phone!));
}
