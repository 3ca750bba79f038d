using BranchGrading.Data.Identity;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Bulletins;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Reads bulletins for those who read or write them, and tells whom one is for.</summary>
public static class BulletinQueries
{
    /// <summary>One to read, with the viewer's own receipt; null where it is hidden.</summary>
    public static Task<Bulletin?> FindBulletinAsync(this GradingDbContext db, int id, Viewer viewer, CancellationToken cancellationToken) =>
        db.Bulletins.VisibleTo(viewer, db).AsNoTracking().WithParts().Include(bulletin => bulletin.Receipts.Where(receipt => receipt.AccountId == viewer.AccountId)).SingleOrDefaultAsync(bulletin => bulletin.Id == id, cancellationToken);

    /// <summary>One of the viewer's own side, to be changed; null where it is hidden.</summary>
    public static Task<Bulletin?> FindOwnBulletinAsync(this GradingDbContext db, int id, Viewer viewer, CancellationToken cancellationToken) =>
        db.Bulletins.OfSideOf(viewer, db).AsTracking().WithParts().Include(bulletin => bulletin.Receipts).SingleOrDefaultAsync(bulletin => bulletin.Id == id, cancellationToken);

    /// <summary>Its files, those that were taken out after publication among them.</summary>
    public static Task<List<Attachment>> FilesOfAsync(this GradingDbContext db, Bulletin bulletin, CancellationToken cancellationToken) =>
        db.Attachments.AsNoTracking().Where(attachment => attachment.BulletinId == bulletin.Id).OrderBy(attachment => attachment.Id).ToListAsync(cancellationToken);

    /// <summary>The sides that the viewer writes for: null for the department, then the own committees in display order.</summary>
    public static async Task<List<(int? CommitteeId, string Name)>> SidesAsync(this GradingDbContext db, Viewer viewer, CancellationToken cancellationToken)
    {
        var sides = new List<(int? CommitteeId, string Name)>();
        if (viewer.IsDepartment)
            sides.Add((null, (await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new SchoolSettings()).DepartmentName));
        sides.AddRange((await db.Committees.LedBy(viewer).OrderBy(committee => committee.DisplayOrder).Select(committee => new { committee.Id, committee.Name }).ToListAsync(cancellationToken))
            .Select(committee => ((int?)committee.Id, committee.Name)));
        return sides;
    }

    /// <summary>Everybody a bulletin is for now: those in office, and the accounts of department and inspectors; by committee, in display order.</summary>
    public static async Task<List<BulletinReader>> ReadersAsync(this GradingDbContext db, Bulletin bulletin, CancellationToken cancellationToken)
    {
        var targets = bulletin.CommitteeId is { } own ? [own] : bulletin.Targets.Select(target => target.CommitteeId).ToList();
        var committees = targets.Count == 0 ? db.Committees : db.Committees.Where(committee => targets.Contains(committee.Id));
        var reached = new List<(MailRecipient Recipient, string? Committee, string Role, string Post)>();
        var forOfficers = bulletin.RoleNames.Contains(Roles.CommitteeOfficer);
        var forSecretaries = bulletin.RoleNames.Contains(Roles.BranchSecretary);
        if (forOfficers || forSecretaries)
        {
            var officers = await db.OfficersAsync(committees, cancellationToken);
            var secretaries = await db.CommitteeSecretariesAsync(committees, cancellationToken);
            foreach (var committee in await committees.OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id).Select(committee => new { committee.Id, committee.Name }).ToListAsync(cancellationToken))
            {
                if (forOfficers)
                    reached.AddRange(officers[committee.Id].Select(one => (one, (string?)committee.Name, Roles.CommitteeOfficer, Roles.Names[Roles.CommitteeOfficer])));
                if (forSecretaries)
                    reached.AddRange(secretaries[committee.Id].Select(one => (one.Recipient, (string?)committee.Name, Roles.BranchSecretary, $"{Roles.Names[Roles.BranchSecretary]}（{one.Branch}）")));
            }
        }

        foreach (var role in new[] { Roles.Inspector, Roles.OrganizationDepartment }.Where(bulletin.RoleNames.Contains))
            reached.AddRange((await db.HoldersAsync(role, cancellationToken)).Select(one => (one, (string?)null, role, Roles.Names[role])));
        var accounts = (await db.Users.AsNoTracking().Where(account => !account.IsDisabled).SelectMany(
            account => db.UserRoles.Where(link => link.UserId == account.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!),
            (account, role) => new { account.Id, account.PersonId, Role = role }).ToListAsync(cancellationToken)).ToLookup(row => row.PersonId);
        var confirmed = await db.Bulletins.Where(one => one.Id == bulletin.Id).SelectMany(one => one.Receipts).ToDictionaryAsync(receipt => receipt.AccountId, receipt => receipt.At, cancellationToken);
        return reached.GroupBy(one => one.Recipient.PersonId!.Value).Select(group => new BulletinReader(
            group.First().Recipient, group.First().Committee, [.. group.Select(one => one.Post).Distinct()],
            accounts[group.Key].Any(account => group.Any(one => one.Role == account.Role)),
            accounts[group.Key].Where(account => confirmed.ContainsKey(account.Id)).Select(account => (DateTime?)confirmed[account.Id]).Min())).ToList();
    }

    private static IQueryable<Bulletin> WithParts(this IQueryable<Bulletin> bulletins) =>
        bulletins.Include(bulletin => bulletin.Committee).Include(bulletin => bulletin.Targets).ThenInclude(target => target.Committee).AsSplitQuery();
}
