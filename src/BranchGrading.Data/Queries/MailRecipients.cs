using BranchGrading.Data.Identity;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Who gets the mails about a branch or a committee: those in office now.</summary>
public static class MailRecipients
{
    /// <summary>The secretaries of branches, by participant.</summary>
    public static async Task<ILookup<int, MailRecipient>> SecretariesAsync(this GradingDbContext db, IQueryable<Participant> participants, CancellationToken cancellationToken) =>
        (await participants.Join(db.Leaders(), participant => (int?)participant.BranchId, term => term.BranchId, (participant, term) => new { participant.Id, Term = term.Id, term.PersonId, term.Person.Name, term.Person.Email })
            .OrderBy(row => row.Term).ToListAsync(cancellationToken)).ToLookup(row => row.Id, row => new MailRecipient(row.PersonId, row.Name, row.Email));

    /// <summary>Those who carry out the plans of branches, by participant: of a branch that ended, the secretary of the one that carries them on.</summary>
    public static async Task<ILookup<int, MailRecipient>> PlanSecretariesAsync(this GradingDbContext db, IQueryable<Participant> participants, CancellationToken cancellationToken) =>
        (await participants.Join(db.Leaders(), participant => participant.Branch.SuccessorId ?? (int?)participant.BranchId, term => term.BranchId, (participant, term) => new { participant.Id, Term = term.Id, term.PersonId, term.Person.Name, term.Person.Email })
            .OrderBy(row => row.Term).ToListAsync(cancellationToken)).ToLookup(row => row.Id, row => new MailRecipient(row.PersonId, row.Name, row.Email));

    /// <summary>The officers of committees, by committee; of a 直属党支部 its secretary.</summary>
    public static async Task<ILookup<int, MailRecipient>> OfficersAsync(this GradingDbContext db, IQueryable<Committee> committees, CancellationToken cancellationToken)
    {
        var organisers = await committees.Join(
            db.Terms.Where(term => term.Post == Post.Organiser && term.To == null), committee => (int?)committee.Id, term => term.CommitteeId,
            (committee, term) => new { committee.Id, Term = term.Id, term.PersonId, term.Person.Name, term.Person.Email }).OrderBy(row => row.Term).ToListAsync(cancellationToken);
        var leaders = await committees.Where(committee => committee.Kind == CommitteeKind.DirectBranch).Join(
            db.Leaders(), committee => committee.Id, term => term.Branch!.CommitteeId,
            (committee, term) => new { committee.Id, Term = term.Id, term.PersonId, term.Person.Name, term.Person.Email }).OrderBy(row => row.Term).ToListAsync(cancellationToken);
        return organisers.Concat(leaders).DistinctBy(row => (row.Id, row.PersonId)).ToLookup(row => row.Id, row => new MailRecipient(row.PersonId, row.Name, row.Email));
    }

    /// <summary>Everybody of the department with an account that works.</summary>
    public static Task<List<MailRecipient>> DepartmentAsync(this GradingDbContext db, CancellationToken cancellationToken) => db.HoldersAsync(Roles.OrganizationDepartment, cancellationToken);

    /// <summary>Everybody with a role that hangs on no office, and an account that works.</summary>
    public static async Task<List<MailRecipient>> HoldersAsync(this GradingDbContext db, string name, CancellationToken cancellationToken)
    {
        var role = db.Roles.Where(role => role.Name == name).Select(role => role.Id);
        return (await db.Users.Where(account => !account.IsDisabled && db.UserRoles.Any(link => link.UserId == account.Id && role.Contains(link.RoleId)))
            .Select(account => new { account.PersonId, account.Person.Name, account.Person.Email }).ToListAsync(cancellationToken)).ConvertAll(row => new MailRecipient(row.PersonId, row.Name, row.Email));
    }

    /// <summary>The secretaries of the branches of committees, by committee, with the branch they lead.</summary>
    public static async Task<ILookup<int, (string Branch, MailRecipient Recipient)>> CommitteeSecretariesAsync(this GradingDbContext db, IQueryable<Committee> committees, CancellationToken cancellationToken) =>
        (await db.Leaders().Where(term => committees.Any(committee => committee.Id == term.Branch!.CommitteeId)).OrderBy(term => term.Branch!.DisplayOrder).ThenBy(term => term.BranchId)
            .Select(term => new { term.Branch!.CommitteeId, Branch = term.Branch.Name, term.PersonId, term.Person.Name, term.Person.Email }).ToListAsync(cancellationToken))
        .ToLookup(row => row.CommitteeId, row => (row.Branch, new MailRecipient(row.PersonId, row.Name, row.Email)));

    private static IQueryable<TermOfOffice> Leaders(this GradingDbContext db) => db.Terms.Where(term => term.Post == Post.Secretary && term.To == null);
}
