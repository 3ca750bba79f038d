using BranchGrading.Data.Identity;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>Who reads and who writes bulletins. Whatever a viewer is by several roles and committees adds up.</summary>
public static class BulletinVisibility
{
    /// <summary>The roles a bulletin can be for, by who writes it: the department reaches the school, a committee its own people.</summary>
    public static IReadOnlyList<string> RolesOf(int? committeeId) => committeeId is null
        ? [Roles.CommitteeOfficer, Roles.BranchSecretary, Roles.Inspector, Roles.OrganizationDepartment]
        : [Roles.BranchSecretary, Roles.CommitteeOfficer];

    /// <summary>
    /// Those that are published and for the viewer, with all of the writing side's own; department and inspectors read every published one.
    /// A withdrawn one is gone for its readers.
    /// </summary>
    public static IQueryable<Bulletin> VisibleTo(this IQueryable<Bulletin> bulletins, Viewer viewer, GradingDbContext db)
    {
        var (addressed, own) = (db.Bulletins.AddressedTo(viewer, db), db.Bulletins.OfSideOf(viewer, db));
        return bulletins.Where(bulletin => viewer.SeesSchool && bulletin.PublishedAt != null && bulletin.WithdrawnAt == null
            || addressed.Any(one => one.Id == bulletin.Id) || own.Any(one => one.Id == bulletin.Id));
    }

    /// <summary>Those in force whose roles and committees include the viewer.</summary>
    public static IQueryable<Bulletin> AddressedTo(this IQueryable<Bulletin> bulletins, Viewer viewer, GradingDbContext db)
    {
        var (isInspector, officers) = (viewer.Is(Roles.Inspector), db.Committees.LedBy(viewer));
        var secretaries = db.Terms.Where(term => viewer.IsSecretary && term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null).Select(term => term.Branch!.Committee);
        return bulletins.Where(bulletin => bulletin.PublishedAt != null && bulletin.WithdrawnAt == null
            && (viewer.IsDepartment && bulletin.Roles.Contains(Roles.OrganizationDepartment)
                || isInspector && bulletin.Roles.Contains(Roles.Inspector)
                || bulletin.Roles.Contains(Roles.CommitteeOfficer) && officers.Any(committee => (bulletin.CommitteeId == null || bulletin.CommitteeId == committee.Id)
                    && (!bulletin.Targets.Any() || bulletin.Targets.Any(target => target.CommitteeId == committee.Id)))
                || bulletin.Roles.Contains(Roles.BranchSecretary) && secretaries.Any(committee => (bulletin.CommitteeId == null || bulletin.CommitteeId == committee.Id)
                    && (!bulletin.Targets.Any() || bulletin.Targets.Any(target => target.CommitteeId == committee.Id)))));
    }

    /// <summary>Those that the viewer's own side writes: the department's for the department, a committee's for its officers.</summary>
    public static IQueryable<Bulletin> OfSideOf(this IQueryable<Bulletin> bulletins, Viewer viewer, GradingDbContext db)
    {
        var led = db.Committees.LedBy(viewer);
        return bulletins.Where(bulletin => viewer.IsDepartment && bulletin.CommitteeId == null || led.Any(committee => committee.Id == bulletin.CommitteeId));
    }

    /// <summary>Those that wait for the viewer's confirmation.</summary>
    public static IQueryable<Bulletin> WaitingFor(this IQueryable<Bulletin> bulletins, Viewer viewer, GradingDbContext db) =>
        bulletins.AddressedTo(viewer, db).Where(bulletin => bulletin.NeedsReceipt && !bulletin.Receipts.Any(receipt => receipt.AccountId == viewer.AccountId));
}
