using BranchGrading.Data.Identity;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>
/// What an account may see. Pages load through here, so that a foreign row does not exist for them and answers 404.
/// An officer's committees are those where the person is 组织员, or the 直属党支部 that the person leads; a secretary's branches are those led now.
/// </summary>
public static class Visibility
{
    public static IQueryable<Committee> VisibleTo(this IQueryable<Committee> committees, Viewer viewer) =>
        viewer.SeesSchool ? committees : committees.LedBy(viewer);

    /// <summary>The committees for which the viewer acts as officer.</summary>
    public static IQueryable<Committee> LedBy(this IQueryable<Committee> committees, Viewer viewer) => committees.Where(committee =>
        viewer.IsOfficer
        && (committee.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Organiser && term.To == null)
            || committee.Kind == CommitteeKind.DirectBranch && committee.Branches.Any(branch => branch.Terms.Any(term =>
                term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null))));

    public static IQueryable<Branch> VisibleTo(this IQueryable<Branch> branches, Viewer viewer) => viewer.SeesSchool ? branches : branches.TiedTo(viewer);

    /// <summary>The branches that the viewer leads as secretary or cares for as officer now, whatever else the viewer may see.</summary>
    public static IQueryable<Branch> TiedTo(this IQueryable<Branch> branches, Viewer viewer) => branches.Where(branch =>
        viewer.IsSecretary && branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null)
        || viewer.IsOfficer
        && (branch.Committee.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Organiser && term.To == null)
            || branch.Committee.Kind == CommitteeKind.DirectBranch && branch.Terms.Any(term =>
                term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null)));

    /// <summary>In a round the frozen committee counts.</summary>
    public static IQueryable<Participant> VisibleTo(this IQueryable<Participant> participants, Viewer viewer) =>
        viewer.SeesSchool ? participants : participants.TiedTo(viewer);

    /// <summary>The participants that the viewer leads as secretary or cares for as officer, whatever else the viewer may see.</summary>
    public static IQueryable<Participant> TiedTo(this IQueryable<Participant> participants, Viewer viewer) =>
        participants.Where(participant =>
            viewer.IsSecretary && participant.Branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null)
            || viewer.IsOfficer
            && (participant.Committee.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Organiser && term.To == null)
                || participant.CommitteeKind == CommitteeKind.DirectBranch && participant.Branch.Terms.Any(term =>
                    term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null)));

    /// <summary>The participants whose branch exists, or, where it ended, has a successor that carries on its plans: only their plans are still to be done.</summary>
    public static IQueryable<Participant> CarriedOn(this IQueryable<Participant> participants) =>
        participants.Where(participant => participant.Branch.IsActive || participant.Branch.SuccessorId != null && participant.Branch.Successor!.IsActive);

    /// <summary>
    /// The participants whose plan and grade the viewer may see: after a move also those that belong to an own committee now (§1);
    /// of a branch that ended also the secretary of the one that carries on its plans, and the officers of its committee.
    /// </summary>
    public static IQueryable<Participant> WithPlanVisibleTo(this IQueryable<Participant> participants, Viewer viewer) => viewer.SeesSchool
        ? participants
        : participants.Where(participant =>
            viewer.IsSecretary && (participant.Branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null)
                || participant.Branch.Successor!.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null))
            || viewer.IsOfficer
            && (participant.Committee.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Organiser && term.To == null)
                || participant.Branch.Committee.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Organiser && term.To == null)
                || participant.Branch.Successor!.Committee.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Organiser && term.To == null)
                || (participant.CommitteeKind == CommitteeKind.DirectBranch || participant.Branch.Committee.Kind == CommitteeKind.DirectBranch)
                && participant.Branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null)
                || participant.Branch.Successor!.Committee.Kind == CommitteeKind.DirectBranch
                && participant.Branch.Successor!.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null)));

    /// <summary>A round that is only being prepared concerns the department alone.</summary>
    public static IQueryable<GradingRound> VisibleTo(this IQueryable<GradingRound> rounds, Viewer viewer) =>
        viewer.IsDepartment ? rounds : rounds.Where(round => round.OpenedAt != null);

    /// <summary>The accounts to which the viewer may give a new password: an officer to secretaries of the own committee, the department to officers, the administrator to anyone.</summary>
    public static IQueryable<Account> InCareOf(this IQueryable<Account> accounts, Viewer viewer, GradingDbContext db)
    {
        if (viewer.IsAdministrator)
            return accounts;
        var officerRole = db.Roles.Where(role => role.Name == Roles.CommitteeOfficer || role.Name == Roles.BranchSecretary).Select(role => role.Id);
        // Whoever holds a higher role besides is looked after by the administrator alone.
        var plain = accounts.Where(account => !db.UserRoles.Any(link => link.UserId == account.Id && !officerRole.Contains(link.RoleId)));
        if (viewer.IsDepartment)
            return plain;
        return plain.Where(account => viewer.IsOfficer && account.Id != viewer.AccountId
            && !account.Person.Terms.Any(term => term.Post == Post.Organiser && term.To == null)
            && account.Person.Terms.Any(term => term.Post == Post.Secretary && term.To == null
                && (term.Branch!.Committee.Terms.Any(own => own.PersonId == viewer.PersonId && own.Post == Post.Organiser && own.To == null))));
    }
}
