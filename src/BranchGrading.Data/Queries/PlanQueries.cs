using System.Linq.Expressions;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads plans: one with everything in it, or many in figures.</summary>
public static class PlanQueries
{
    /// <summary>Within so many days an item is soon due.</summary>
    public const int SoonDays = 14;

    /// <summary>One branch's plan or the place for it, tracked; null where it is hidden from the viewer.</summary>
    public static async Task<PlanPaper?> FindPlanAsync(this GradingDbContext db, int participantId, Viewer viewer, CancellationToken cancellationToken)
    {
        var found = db.Participants.WithPlanVisibleTo(viewer)
            .Where(participant => participant.Id == participantId && participant.Round.OpenedAt != null && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));
        if (await found.Include(participant => participant.Branch.Committee).Include(participant => participant.Branch.Successor!.Committee).Include(participant => participant.Round.Publication).SingleOrDefaultAsync(cancellationToken) is not { } participant)
            return null;
        var ties = await found.Select(TiesOf(db, viewer)).SingleAsync(cancellationToken);
        var plan = await db.Plans.Include(plan => plan.Items.OrderBy(item => item.Order)).ThenInclude(item => item.Entries.OrderBy(entry => entry.Id))
            .Include(plan => plan.Returns.OrderBy(row => row.Id)).AsSplitQuery().SingleOrDefaultAsync(plan => plan.ParticipantId == participantId, cancellationToken);
        var published = await db.PublishedGrades.Where(grade => grade.ParticipantId == participantId).Select(grade => (Grade?)(grade.CorrectedTo ?? grade.Grade)).SingleOrDefaultAsync(cancellationToken);
        var proposed = published is null && ties.SeesReview(viewer) ? (await db.ProposedGradesAsync(participant.Round, found, cancellationToken)).GetValueOrDefault(participantId) : null;
        // Before publication nothing of the review goes into a plan, whoever writes it.
        var leader = published is not null && ties.SeesPapers(viewer)
            ? await db.ToldReviews(participant.RoundId).Where(review => review.ParticipantId == participantId).Select(review => review.ContactLeader).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new PlanPaper(participant, plan, published ?? proposed, published is not null, await found.Plannable(db).AnyAsync(cancellationToken), leader, ties, viewer);
    }

    /// <summary>The branches for which a plan may be drawn up: from the branch's submission or the recorded review on; on paper there is only the latter.</summary>
    public static IQueryable<Participant> Plannable(this IQueryable<Participant> participants, GradingDbContext db) => participants.Where(participant =>
        db.SelfAssessments.Any(row => row.ParticipantId == participant.Id && row.SubmittedAt != null)
        || db.Reviews.Any(row => row.ParticipantId == participant.Id && row.CompletedAt != null)
        || db.PublishedGrades.Any(row => row.ParticipantId == participant.Id));

    /// <summary>What the plan of a branch could be made from: its own scores, answers and problems; once the grades are published the committee's too, and the review.</summary>
    public static async Task<IReadOnlyList<PlanSuggestion>> SuggestionsAsync(this GradingDbContext db, PlanPaper paper, CancellationToken cancellationToken) =>
        paper.Ties.SeesPapers(paper.Viewer) && await db.FindPapersAsync(paper.Participant.Id, paper.Viewer, cancellationToken) is { } papers
            ? PlanSuggestions.Of(papers.AsSeen().Review, paper.IsPublished, paper.PublishedGrade)
            : [];

    /// <summary>The files of a plan's entries, by entry.</summary>
    public static async Task<ILookup<int, Attachment>> PlanFilesAsync(this GradingDbContext db, ImprovementPlan plan, CancellationToken cancellationToken)
    {
        var entries = plan.Items.SelectMany(item => item.Entries).Select(entry => entry.Id).ToList();
        return (await db.Attachments.AsNoTracking().Where(attachment => attachment.PlanEntryId != null && entries.Contains(attachment.PlanEntryId.Value)).OrderBy(attachment => attachment.Id)
            .ToListAsync(cancellationToken)).ToLookup(attachment => attachment.PlanEntryId!.Value);
    }

    /// <summary>
    /// The plans that a viewer may see, and the branches that must have one and have none, the latest year first, then in display order. A plan that is missing concerns
    /// a branch that still exists, and only until it is graded again.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="year">Of one year; null for all.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<PlanRow>> PlansAsync(
        this GradingDbContext db, Viewer viewer, int? year, DateOnly today, CancellationToken cancellationToken) =>
        db.RowsAsync(viewer, year, onlyOpen: false, today, cancellationToken);

    /// <summary>The same of all years without the plans in which everything is accepted, and before publication without grades: what waits for somebody.</summary>
    public static Task<List<PlanRow>> OpenPlansAsync(this GradingDbContext db, Viewer viewer, DateOnly today, CancellationToken cancellationToken) =>
        db.RowsAsync(viewer, null, onlyOpen: true, today, cancellationToken);

    /// <summary>The years of the plans that a viewer may see, the latest first.</summary>
    public static Task<List<int>> PlanYearsAsync(this GradingDbContext db, Viewer viewer, CancellationToken cancellationToken) => db.Participants.WithPlanVisibleTo(viewer)
        .Where(participant => participant.Round.Publication != null || db.Plans.Any(plan => plan.ParticipantId == participant.Id) || db.Reviews.Any(review => review.ParticipantId == participant.Id && review.CompletedAt != null))
        .Select(participant => participant.Round.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);

    /// <summary>The latest year that is final, so that its plans run, among those that a viewer may see: what people look for while the next round is under way; null before there is one.</summary>
    public static Task<int?> RunningYearAsync(this GradingDbContext db, Viewer viewer, CancellationToken cancellationToken) => db.Participants.WithPlanVisibleTo(viewer)
        .Where(participant => participant.Round.Publication!.FinalAt != null)
        .MaxAsync(participant => (int?)participant.Round.Year, cancellationToken);

    private static async Task<List<PlanRow>> RowsAsync(
        this GradingDbContext db, Viewer viewer, int? year, bool onlyOpen, DateOnly today, CancellationToken cancellationToken)
    {
        var seen = db.Participants.WithPlanVisibleTo(viewer)
            .Where(participant => year == null || participant.Round.Year == year)
            .Where(participant => participant.Round.OpenedAt != null && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));
        var plans = db.Plans.Where(plan => !onlyOpen || plan.ApprovedAt == null || plan.Participant.Round.Publication == null || plan.Participant.Round.Publication.FinalAt == null
            || plan.Items.Any(item => item.AcceptedAt == null));
        var carriedOn = seen.CarriedOn().Select(participant => participant.Id);
        var known = seen.Where(participant => plans.Any(plan => plan.ParticipantId == participant.Id) && (!onlyOpen || carriedOn.Contains(participant.Id))
            || !db.Plans.Any(plan => plan.ParticipantId == participant.Id) && participant.Branch.IsActive
            && !db.PublishedGrades.Any(later => later.Participant.BranchId == participant.BranchId && later.Participant.Round.Year > participant.Round.Year)
            && (db.PublishedGrades.Any(grade => grade.ParticipantId == participant.Id
                    && (grade.CorrectedTo == Grade.C || grade.CorrectedTo == Grade.D || grade.CorrectedTo == null && (grade.Grade == Grade.C || grade.Grade == Grade.D)))
                || !onlyOpen && participant.Round.Publication == null && db.Reviews.Any(review => review.ParticipantId == participant.Id)));
        var rows = await known.AsNoTracking()
            .OrderByDescending(participant => participant.Round.Year).ThenBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(BranchOf(db)).ToListAsync(cancellationToken);
        var ties = await known.Select(TiesById(db, viewer)).ToDictionaryAsync(row => row.Id, row => row.Ties, cancellationToken);
        var counts = await plans.Where(plan => seen.Any(participant => participant.Id == plan.ParticipantId)).AsNoTracking().Select(CountOf(today)).ToDictionaryAsync(row => row.Id, row => row.Count, cancellationToken);
        var proposed = onlyOpen ? [] : await db.ProposedAsync([.. rows.Where(row => row.Published is null && ties[row.Id].SeesReview(viewer)).Select(row => row.RoundId).Distinct()], known, cancellationToken);
        return rows.ConvertAll(row =>
            {
                var tie = ties[row.Id];
                var grade = row.Published ?? (tie.SeesReview(viewer) ? proposed.GetValueOrDefault(row.Id) : null);
                var line = new PlanRow(
                    row.Id, row.Year, row.CarriedOnBy, row.BranchName, tie.IsFinal ? row.PresentId : row.OldId, tie.IsFinal ? row.PresentName : row.OldName, grade, row.Published is not null, true, tie, viewer)
                {
                    Count = counts.GetValueOrDefault(row.Id),
                    IsCarriedOn = row.IsCarriedOn,
                };
                return line with
                {
                    IsUrgent = ImprovementPlan.IsUrgent(grade, line.State is PlanState.Closed or PlanState.Lapsed, row.FinalAt is { } final ? SchoolTime.DayOf(final) : null, today),
                    IsQuiet = line is { State: PlanState.Running, Count.Open: > 0 } && row.FinalAt is { } since
                        && Quarter.IsQuiet(SchoolTime.DayOf(line.Count.ApprovedAt > since ? line.Count.ApprovedAt.Value : since), line.Count.LastReport is { } report ? SchoolTime.DayOf(report) : null, today),
                };
            })
            .FindAll(row => row.Count is not null || row.IsRequired);
    }

    /// <summary>The grades as the committee sees them now, by participant, of rounds that are not published.</summary>
    private static async Task<Dictionary<int, Grade?>> ProposedAsync(this GradingDbContext db, List<int> roundIds, IQueryable<Participant> participants, CancellationToken cancellationToken)
    {
        var grades = new Dictionary<int, Grade?>();
        foreach (var round in await db.Rounds.AsNoTracking().Where(round => roundIds.Contains(round.Id)).ToListAsync(cancellationToken))
        {
            foreach (var (id, grade) in await db.ProposedGradesAsync(round, participants, cancellationToken))
                grades[id] = grade;
        }

        return grades;
    }

    private static Expression<Func<Participant, PlanBranch>> BranchOf(GradingDbContext db) => participant => new PlanBranch(
        participant.Id, participant.RoundId, participant.Round.Year, participant.Branch.SuccessorId ?? participant.BranchId,
        participant.Branch.IsActive || participant.Branch.SuccessorId != null && participant.Branch.Successor!.IsActive, participant.BranchName, participant.CommitteeId, participant.CommitteeName,
        participant.Branch.SuccessorId == null ? participant.Branch.CommitteeId : participant.Branch.Successor!.CommitteeId,
        participant.Branch.SuccessorId == null ? participant.Branch.Committee.Name : participant.Branch.Successor!.Committee.Name,
        db.PublishedGrades.Where(grade => grade.ParticipantId == participant.Id).Select(grade => (Grade?)(grade.CorrectedTo ?? grade.Grade)).FirstOrDefault(),
        participant.Round.Publication == null ? null : participant.Round.Publication.FinalAt);

    internal static Expression<Func<ImprovementPlan, CountOfPlan>> CountOf(DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        return plan => new CountOfPlan(plan.ParticipantId, new PlanCount(
            plan.Kind, plan.SubmittedAt != null, plan.ApprovedAt, plan.Returns.Any(), plan.Items.Any(item => item.Entries.Any()),
            plan.Returns.OrderByDescending(row => row.Id).Select(row => row.Comment).FirstOrDefault(), plan.ContactLeader, plan.Items.Count,
            plan.Items.Count(item => item.AcceptedAt == null && item.RequestedAt == null), plan.Items.Count(item => item.AcceptedAt == null && item.RequestedAt != null),
            plan.Items.Count(item => item.AcceptedAt != null), plan.Items.Count(item => item.AcceptedAt == null && item.DueOn < today),
            plan.Items.Count(item => item.AcceptedAt == null && item.RequestedAt == null && item.DueOn >= today && item.DueOn <= soon),
            plan.Items.Where(item => item.AcceptedAt == null).Min(item => item.DueOn),
            plan.Items.SelectMany(item => item.Entries).Where(entry => entry.Kind == PlanEntryKind.Progress || entry.Kind == PlanEntryKind.Request).Max(entry => (DateTime?)entry.At)));
    }

    /// <summary>Of a branch that ended with a successor, its secretary leads it and its committee is the present one.</summary>
    private static Expression<Func<Participant, PlanTies>> TiesOf(GradingDbContext db, Viewer viewer)
    {
        var person = viewer.PersonId;
        return participant => new PlanTies(
            db.Terms.Any(term => term.BranchId == (participant.Branch.SuccessorId ?? participant.BranchId) && term.PersonId == person && term.Post == Post.Secretary && term.To == null),
            participant.Committee.Terms.Any(term => term.PersonId == person && term.Post == Post.Organiser && term.To == null),
            db.Terms.Any(term => term.CommitteeId == (participant.Branch.SuccessorId == null ? participant.Branch.CommitteeId : participant.Branch.Successor!.CommitteeId)
                && term.PersonId == person && term.Post == Post.Organiser && term.To == null),
            participant.Committee.Terms.Any(term => term.Post == Post.Organiser && term.To == null
                && !db.Terms.Any(own => own.BranchId == (participant.Branch.SuccessorId ?? participant.BranchId) && own.PersonId == term.PersonId && own.Post == Post.Secretary && own.To == null)),
            db.Terms.Any(term => term.CommitteeId == (participant.Branch.SuccessorId == null ? participant.Branch.CommitteeId : participant.Branch.Successor!.CommitteeId)
                && term.Post == Post.Organiser && term.To == null
                && !db.Terms.Any(own => own.BranchId == (participant.Branch.SuccessorId ?? participant.BranchId) && own.PersonId == term.PersonId && own.Post == Post.Secretary && own.To == null)),
            participant.CommitteeKind, participant.Branch.SuccessorId == null ? participant.Branch.Committee.Kind : participant.Branch.Successor!.Committee.Kind,
            participant.Round.Publication != null && participant.Round.Publication.FinalAt != null);
    }

    private static Expression<Func<Participant, TiesOfPlan>> TiesById(GradingDbContext db, Viewer viewer)
    {
        var ties = TiesOf(db, viewer);
        return Expression.Lambda<Func<Participant, TiesOfPlan>>(
            Expression.New(typeof(TiesOfPlan).GetConstructors()[0], Expression.Property(ties.Parameters[0], nameof(Participant.Id)), ties.Body), ties.Parameters);
    }

    private sealed record PlanBranch(int Id, int RoundId, int Year, int CarriedOnBy, bool IsCarriedOn, string BranchName, int OldId, string OldName, int PresentId, string PresentName, Grade? Published, DateTime? FinalAt);

    internal sealed record CountOfPlan(int Id, PlanCount Count);

    private sealed record TiesOfPlan(int Id, PlanTies Ties);
}
