using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>What committees keep of a year besides their branches' grading.</summary>
public static class CommitteeYearQueries
{
    /// <summary>A committee in a year; null where the viewer does not see the committee, or there is nothing of such a year.</summary>
    public static async Task<CommitteeYear?> FindCommitteeYearAsync(this GradingDbContext db, int id, int year, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Committees.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(committee => committee.Id == id, cancellationToken) is not { } committee)
            return null;
        var round = await db.OpenedRoundAsync(year, cancellationToken);
        if (round is null && !CommitteeYears.IsKnown(year, today))
            return null;
        var keeps = viewer.IsDepartment || await db.Committees.LedBy(viewer).AnyAsync(own => own.Id == id, cancellationToken);
        var why = keeps ? CommitteeYears.WhyNotRecord(year, today, viewer.IsDepartment) : null;
        return new CommitteeYear(committee, year, round, keeps && why is null, why);
    }

    /// <summary>The round of a year, with its parts, once it is opened.</summary>
    public static Task<GradingRound?> OpenedRoundAsync(this GradingDbContext db, int year, CancellationToken cancellationToken) =>
        db.Rounds.AsNoTracking().WithParts().SingleOrDefaultAsync(round => round.Year == year && round.OpenedAt != null, cancellationToken);

    /// <summary>The year that is looked at unless another is asked for: that of the latest round, else the running one.</summary>
    public static async Task<int> PresentYearAsync(this GradingDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        await db.Rounds.Where(round => round.OpenedAt != null).MaxAsync(round => (int?)round.Year, cancellationToken) ?? today.Year;

    /// <summary>公开承诺 and 领导点评 of a committee in a year, the latest first.</summary>
    public static IQueryable<CommitteeNote> NotesOf(this GradingDbContext db, CommitteeYear unit) => db.CommitteeNotes.AsNoTracking()
        .Where(note => note.CommitteeId == unit.Committee.Id && note.Year == unit.Year && (note.Kind == CommitteeNoteKind.Pledge || note.Kind == CommitteeNoteKind.LeaderComment))
        .OrderByDescending(note => note.On).ThenByDescending(note => note.Id);

    /// <summary>The versions of the 工作方案, the one that holds first, each with its files.</summary>
    public static async Task<List<(CommitteeNote Note, List<Attachment> Files)>> WorkPlansAsync(this GradingDbContext db, CommitteeYear unit, CancellationToken cancellationToken)
    {
        var notes = await db.CommitteeNotes.AsNoTracking().Where(note => note.CommitteeId == unit.Committee.Id && note.Year == unit.Year && note.Kind == CommitteeNoteKind.WorkPlan)
            .OrderByDescending(note => note.Id).ToListAsync(cancellationToken);
        var files = (await db.Attachments.AsNoTracking().Where(file => file.CommitteeNote!.CommitteeId == unit.Committee.Id && file.CommitteeNote.Year == unit.Year)
            .OrderBy(file => file.Id).ToListAsync(cancellationToken)).ToLookup(file => file.CommitteeNoteId);
        return notes.ConvertAll(note => (note, files[note.Id].ToList()));
    }

    /// <summary>The branches of a committee with their 联系点 in a year, in display order; those that have gone since stand last.</summary>
    public static async Task<List<ContactLine>> ContactPointsAsync(this GradingDbContext db, CommitteeYear unit, CancellationToken cancellationToken)
    {
        var (id, year, roundId) = (unit.Committee.Id, unit.Year, unit.Round?.Id ?? 0);
        var reviews = db.ToldReviews(roundId);
        var rows = await db.Branches
            .Where(branch => branch.CommitteeId == id && branch.IsActive || db.ContactPoints.Any(point => point.BranchId == branch.Id && point.Year == year && point.CommitteeId == id))
            .OrderBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id)
            .Select(branch => new
            {
                branch.Id,
                branch.Name,
                IsPresent = branch.CommitteeId == id && branch.IsActive,
                Secretary = branch.Terms.Where(term => term.Post == Post.Secretary && term.To == null).Select(term => term.Person.Name).FirstOrDefault(),
                Leader = db.ContactPoints.Where(point => point.BranchId == branch.Id && point.Year == year).Select(point => point.Leader).FirstOrDefault(),
                OfPlan = db.Plans.Where(plan => plan.Participant.RoundId == roundId && plan.Participant.BranchId == branch.Id).Select(plan => plan.ContactLeader).FirstOrDefault(),
                OfReview = reviews.Where(review => review.Participant.BranchId == branch.Id).Select(review => review.ContactLeader).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ContactLine(row.Id, row.Name, row.Secretary, row.Leader, row.OfPlan is { Length: > 0 } ? row.OfPlan : row.OfReview is { Length: > 0 } ? row.OfReview : null, row.IsPresent))
                .OrderBy(line => !line.IsPresent),
        ];
    }

    /// <summary>The branches graded D in a published round, with what became of their secretaries; of one committee, or of all in sight.</summary>
    public static async Task<List<ReplacedSecretary>> ReplacedSecretariesAsync(
        this GradingDbContext db, GradingRound round, IQueryable<Committee> committees, CancellationToken cancellationToken)
    {
        if (round.Publication is null)
            return [];
        var low = db.PublishedGrades.Where(grade => grade.Participant.RoundId == round.Id).InEffect(Domain.Grading.Grade.D);
        var rows = await db.Participants
            .Where(participant => low.Any(grade => grade.ParticipantId == participant.Id) && committees.Any(committee => committee.Id == participant.CommitteeId))
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId).ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(participant => new
            {
                participant.Id,
                participant.CommitteeId,
                participant.BranchId,
                participant.BranchName,
                participant.SecretaryPersonId,
                participant.SecretaryName,
                participant.Branch.IsActive,
                Now = participant.Branch.Terms.Where(term => term.Post == Post.Secretary && term.To == null).OrderBy(term => term.Id)
                    .Select(term => new { term.PersonId, term.Person.Name, term.From }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        // The change that brought in whoever leads now, whenever it was recorded; without one it is known by the term alone.
        var ids = rows.ConvertAll(row => row.BranchId);
        var changes = (await db.Set<ChangedBranch>().Where(branch => branch.IsSuccessor && ids.Contains(branch.BranchId))
            .Join(db.OrganisationChanges.Where(change => change.Kind == OrganisationChangeKind.SecretaryChange), branch => branch.ChangeId, change => change.Id, (branch, change) => new { branch.BranchId, branch.PersonName, change.On })
            .ToListAsync(cancellationToken)).ToLookup(change => change.BranchId);
        return rows.ConvertAll(row => new ReplacedSecretary(row.CommitteeId, row.Id, row.BranchId, row.BranchName, SecretaryReplacement.Of(
            row.IsActive, (row.SecretaryPersonId, row.SecretaryName), row.Now is { } now ? (now.PersonId, now.Name, now.From) : null,
            changes[row.BranchId].Where(change => change.PersonName == row.Now?.Name).Max(change => (DateOnly?)change.On))));
    }
}
