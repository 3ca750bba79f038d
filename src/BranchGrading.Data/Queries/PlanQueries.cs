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
        var told = published is null && ties.SeesReview(viewer) || published is not null && ties.SeesPapers(viewer)
            ? await db.ToldReviews(participant.RoundId).Where(review => review.ParticipantId == participantId)
                .Select(review => new { review.ProposedGrade, review.ContactLeader, Score = review.CompletedAt == null ? null : review.ImportedTotal ?? review.Total }).SingleOrDefaultAsync(cancellationToken)
            : null;
        var hasBegun = published is not null || await db.SelfAssessments.AnyAsync(row => row.ParticipantId == participantId && row.SubmittedAt != null, cancellationToken)
            || await db.Reviews.AnyAsync(row => row.ParticipantId == participantId, cancellationToken);
        return new PlanPaper(
            participant, plan, published ?? told?.ProposedGrade ?? Band.Of(told?.Score, participant.Round.Rules), published is not null, hasBegun, told?.ContactLeader, ties, viewer);
    }

    /// <summary>What the plan of a branch could be made from, as far as the viewer may read it: the review only once the grades are published, or for its committee.</summary>
    public static async Task<IReadOnlyList<PlanSuggestion>> SuggestionsAsync(this GradingDbContext db, PlanPaper paper, CancellationToken cancellationToken) =>
        paper.Ties.SeesPapers(paper.Viewer) && await db.FindPapersAsync(paper.Participant.Id, paper.Viewer, cancellationToken) is { } papers
            ? PlanSuggestions.Of(papers.AsSeen().Review, paper.IsPublished || paper.Ties.SeesReview(paper.Viewer), paper.Grade)
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
    /// <param name="onlyOpen">Leaves out the plans in which everything is accepted.</param>
    /// <param name="today">Today.</param>
    /// <param name="dayOf">The school's day of a moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<PlanRow>> PlansAsync(
        this GradingDbContext db, Viewer viewer, bool onlyOpen, DateOnly today, Func<DateTime, DateOnly> dayOf, CancellationToken cancellationToken)
    {
        var seen = db.Participants.WithPlanVisibleTo(viewer)
            .Where(participant => participant.Round.OpenedAt != null && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));
        var plans = db.Plans.Where(plan => !onlyOpen || plan.ApprovedAt == null || plan.Participant.Round.Publication == null || plan.Participant.Round.Publication.FinalAt == null
            || plan.Items.Any(item => item.AcceptedAt == null));
        var carriedOn = seen.CarriedOn().Select(participant => participant.Id);
        var known = seen.Where(participant => plans.Any(plan => plan.ParticipantId == participant.Id) && (!onlyOpen || carriedOn.Contains(participant.Id))
            || !db.Plans.Any(plan => plan.ParticipantId == participant.Id) && participant.Branch.IsActive
            && !db.PublishedGrades.Any(later => later.Participant.BranchId == participant.BranchId && later.Participant.Round.Year > participant.Round.Year)
            && (db.PublishedGrades.Any(grade => grade.ParticipantId == participant.Id
                    && (grade.CorrectedTo == Grade.C || grade.CorrectedTo == Grade.D || grade.CorrectedTo == null && (grade.Grade == Grade.C || grade.Grade == Grade.D)))
                || participant.Round.Publication == null && db.Reviews.Any(review => review.ParticipantId == participant.Id)));
        var rows = await known.AsNoTracking()
            .OrderByDescending(participant => participant.Round.Year).ThenBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(BranchOf(db)).ToListAsync(cancellationToken);
        var ties = await known.Select(TiesById(db, viewer)).ToDictionaryAsync(row => row.Id, row => row.Ties, cancellationToken);
        var counts = await plans.Where(plan => seen.Any(participant => participant.Id == plan.ParticipantId)).AsNoTracking().Select(CountOf(today)).ToDictionaryAsync(row => row.Id, row => row.Count, cancellationToken);
        var proposed = await db.ProposedAsync([.. rows.Where(row => row.Published is null).Select(row => row.RoundId).Distinct()], cancellationToken);
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
                    IsUrgent = ImprovementPlan.IsUrgent(grade, line.State is PlanState.Closed or PlanState.Lapsed, row.FinalAt is { } final ? dayOf(final) : null, today),
                    IsQuiet = line is { State: PlanState.Running, Count.Open: > 0 } && Quarter.IsQuiet(today, line.Count.LastReport is { } report ? dayOf(report) : null),
                };
            })
            .FindAll(row => row.Count is not null || row.IsRequired);
    }

    /// <summary>The grades by 初评等级 or the committee's score, by participant, of rounds that are not published.</summary>
    private static async Task<Dictionary<int, Grade?>> ProposedAsync(this GradingDbContext db, List<int> roundIds, CancellationToken cancellationToken)
    {
        var grades = new Dictionary<int, Grade?>();
        foreach (var round in await db.Rounds.AsNoTracking().Where(round => roundIds.Contains(round.Id)).ToListAsync(cancellationToken))
        {
            foreach (var review in await db.ToldReviews(round.Id)
                .Select(review => new { review.ParticipantId, review.ProposedGrade, Score = review.CompletedAt == null ? null : review.ImportedTotal ?? review.Total }).ToListAsync(cancellationToken))
                grades[review.ParticipantId] = review.ProposedGrade ?? Band.Of(review.Score, round.Rules);
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

    private static Expression<Func<ImprovementPlan, CountOfPlan>> CountOf(DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        return plan => new CountOfPlan(plan.ParticipantId, new PlanCount(
            plan.Kind, plan.SubmittedAt != null, plan.ApprovedAt != null, plan.Returns.Any(),
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

    private sealed record CountOfPlan(int Id, PlanCount Count);

    private sealed record TiesOfPlan(int Id, PlanTies Ties);
}
