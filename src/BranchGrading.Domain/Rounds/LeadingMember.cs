using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Rounds;

/// <summary>班子成员: who was in office in a branch when the round was opened; a final D concerns them (§3.9).</summary>
public sealed class LeadingMember
{
    private LeadingMember()
    {
    }

    internal LeadingMember(Person person, Post post)
    {
        Post = post;
        Replace(person);
    }

    internal LeadingMember(TermOfOffice term) => (PersonId, Person, PersonName, Post) = (term.PersonId, term.Person, term.Person.Name, term.Post);

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public int PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public string PersonName { get; private set; } = "";

    public Post Post { get; private set; }

    internal void Rename(string name) => PersonName = name;

    internal void Replace(Person person) => (PersonId, Person, PersonName) = (person.Id, person, person.Name);
}
