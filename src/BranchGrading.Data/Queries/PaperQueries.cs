using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads what is filled in about branches.</summary>
public static class PaperQueries
{
    /// <summary>All papers of one branch, tracked, so that they can be changed and saved; null where the branch is hidden from the viewer or does not take part.</summary>
    /// <param name="db">The database.</param>
    /// <param name="participantId">The branch in its round.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="withHistory">What was handed in and completed before comes along; a draft that is saved while one types needs none of it.</param>
    public static async Task<BranchPapers?> FindPapersAsync(this GradingDbContext db, int participantId, Viewer viewer, CancellationToken cancellationToken, bool withHistory = true)
    {
        var participant = await db.Participants.VisibleTo(viewer)
            .Where(participant => participant.Id == participantId && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId))
            .SingleOrDefaultAsync(cancellationToken);
        if (participant is null || await db.FindRoundAsync(viewer, participant.RoundId, cancellationToken) is not { } round)
            return null;

        var standard = (await db.FindStandardAsync(participant.StandardId, cancellationToken))!;
        var assessment = await (withHistory
            ? db.SelfAssessments.Include(row => row.Submissions.OrderBy(submission => submission.Number))
                .Include(row => row.Returns.OrderBy(given => given.ReturnedAt)).ThenInclude(given => given.Parts).AsSplitQuery()
            : db.SelfAssessments).SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken);
        var scores = await db.ItemScores.Where(row => row.ParticipantId == participantId).ToListAsync(cancellationToken);
        var answers = await db.InvestigationAnswers.Where(row => row.ParticipantId == participantId).ToListAsync(cancellationToken);
        var votes = await db.Evaluations.Where(row => row.ParticipantId == participantId).ToDictionaryAsync(row => row.Panel, cancellationToken);
        var review = await (withHistory ? db.Reviews.Include(row => row.Completions.OrderBy(completion => completion.Number)) : db.Reviews.AsQueryable())
            .SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken);
        var report = await db.FindReportAsync(participant.RoundId, participant.CommitteeId, cancellationToken);
        return new BranchPapers(
            round,
            PaperOf(
                participant, standard, assessment, scores, answers,
                await db.ReportTexts.Where(row => row.ParticipantId == participantId).ToListAsync(cancellationToken),
                await db.Problems.Where(row => row.ParticipantId == participantId).OrderBy(row => row.Order).ThenBy(row => row.Id).ToListAsync(cancellationToken),
                await db.Attachments.Where(row => row.ParticipantId == participantId && row.RemovedAt == null).OrderBy(row => row.Id).ToListAsync(cancellationToken),
                review, votes.GetValueOrDefault(Panel.Members), votes.GetValueOrDefault(Panel.Masses), round.Rules),
            report,
            await db.SchoolEvaluations.SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken),
            await db.DeadlinesOfAsync(round, participant, assessment?.ReturnedAt is not null, report?.IsBack(participantId) == true, cancellationToken),
            await db.TiesAsync(participant, viewer, cancellationToken),
            viewer);
    }

    /// <summary>What the branch last handed in for an earlier year, where the viewer may see it: after a move the new committee does not.</summary>
    public static async Task<EarlierSubmission?> EarlierSubmissionAsync(this GradingDbContext db, BranchPapers papers, CancellationToken cancellationToken)
    {
        var seen = db.Participants.VisibleTo(papers.Viewer).Where(earlier => earlier.BranchId == papers.Participant.BranchId && earlier.Round.Year < papers.Round.Year);
        return await db.SelfAssessments.AsNoTracking()
            .Where(row => seen.Any(earlier => earlier.Id == row.ParticipantId) && row.Submissions.Any())
            .OrderByDescending(row => row.Participant.Round.Year)
            .Select(row => new EarlierSubmission(row.Participant.Round.Year, row.Submissions.OrderByDescending(submission => submission.Number).First()))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The deadlines that hold for one branch.</summary>
    public static async Task<WorkDeadlines> DeadlinesOfAsync(
        this GradingDbContext db, GradingRound round, Participant participant, bool assessmentReturned, bool reviewReturned, CancellationToken cancellationToken) => WorkDeadlines.Of(
            round.Deadlines,
            await db.Extensions.AsNoTracking()
                .Where(extension => extension.RoundId == round.Id && extension.CommitteeId == participant.CommitteeId && (extension.ParticipantId == null || extension.ParticipantId == participant.Id))
                .ToListAsync(cancellationToken),
            assessmentReturned, reviewReturned);

    /// <summary>
    /// Changes the papers of one branch in a transaction that nobody else's change of them can enter, and saves them.
    /// </summary>
    /// <returns>What the change answers; null where the branch is hidden from the viewer, or the change finds nothing to do.</returns>
    /// <exception cref="RuleViolationException">The change is refused; nothing is stored.</exception>
    public static Task<T?> ChangePapersAsync<T>(
        this GradingDbContext db, int participantId, Viewer viewer, Func<BranchPapers, T?> change, CancellationToken cancellationToken, bool withHistory = true)
        where T : class => db.InTransactionAsync(
            async () =>
            {
                await db.LockParticipantAsync(participantId, cancellationToken);
                if (await db.FindPapersAsync(participantId, viewer, cancellationToken, withHistory) is not { } papers)
                    return null;
                var result = change(papers);
                await db.SaveChangesAsync(cancellationToken);
                return result;
            },
            cancellationToken);

    /// <summary>The papers of a branch, put together from the rows of it.</summary>
    internal static ReviewPaper PaperOf(
        Participant participant, ScoringStandard standard, SelfAssessment? assessment, List<ItemScore> scores, List<InvestigationAnswer> answers, List<ReportText> texts,
        List<AssessmentProblem> problems, List<Attachment> attachments, PreliminaryReview? review, DemocraticEvaluation? members, DemocraticEvaluation? masses, RoundRules rules) => new(
            new SelfAssessmentPaper(
                participant, standard, assessment, scores.FindAll(score => score.Scorer == Scorer.Branch), answers.FindAll(answer => answer.Scorer == Scorer.Branch), texts, problems, attachments),
            review, scores.FindAll(score => score.Scorer == Scorer.Committee), answers.FindAll(answer => answer.Scorer == Scorer.Committee), members, masses, rules);

    /// <summary>
    /// The papers of all branches of one committee in a round, in display order, untracked: what lists are made from, in a handful of queries. Texts, problems,
    /// attachments and earlier submissions are left out.
    /// </summary>
    public static async Task<List<BranchPapers>> CommitteePapersAsync(this GradingDbContext db, GradingRound round, int committeeId, Viewer viewer, CancellationToken cancellationToken)
    {
        var participants = await db.ParticipantsAsync(round.Id, committeeId, cancellationToken);
        var standards = new Dictionary<int, ScoringStandard>();
        foreach (var standardId in participants.Select(participant => participant.StandardId).Distinct())
            standards[standardId] = (await db.FindStandardAsync(standardId, cancellationToken))!;
        var assessments = await db.SelfAssessments.AsNoTracking().Where(row => row.Participant.RoundId == round.Id && row.Participant.CommitteeId == committeeId)
            .ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var scores = (await db.ItemScores.AsNoTracking().Where(row => row.Participant.RoundId == round.Id && row.Participant.CommitteeId == committeeId).ToListAsync(cancellationToken))
            .ToLookup(row => row.ParticipantId);
        var answers = (await db.InvestigationAnswers.AsNoTracking().Where(row => row.Participant.RoundId == round.Id && row.Participant.CommitteeId == committeeId).ToListAsync(cancellationToken))
            .ToLookup(row => row.ParticipantId);
        var votes = await db.Evaluations.AsNoTracking().Where(row => row.Participant.RoundId == round.Id && row.Participant.CommitteeId == committeeId)
            .ToDictionaryAsync(row => (row.ParticipantId, row.Panel), cancellationToken);
        var reviews = await db.Reviews.AsNoTracking().Where(row => row.Participant.RoundId == round.Id && row.Participant.CommitteeId == committeeId)
            .ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var schools = await db.SchoolEvaluations.AsNoTracking().Where(row => row.Participant.RoundId == round.Id && row.Participant.CommitteeId == committeeId)
            .ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var extensions = await db.Extensions.AsNoTracking().Where(row => row.RoundId == round.Id && row.CommitteeId == committeeId).ToListAsync(cancellationToken);
        var report = await db.FindReportAsync(round.Id, committeeId, cancellationToken);
        var leaders = (await db.Terms.Where(term => term.Post == Post.Secretary && term.To == null && db.Participants.Any(participant =>
                participant.RoundId == round.Id && participant.CommitteeId == committeeId && participant.BranchId == term.BranchId))
            .Select(term => new { BranchId = term.BranchId!.Value, term.PersonId }).ToListAsync(cancellationToken)).ToLookup(term => term.BranchId, term => term.PersonId);
        var officers = await db.OfficersAsync(committeeId, cancellationToken);
        return participants.ConvertAll(participant =>
        {
            var assessment = assessments.GetValueOrDefault(participant.Id);
            return new BranchPapers(
                round,
                PaperOf(
                    participant, standards[participant.StandardId], assessment, [.. scores[participant.Id]], [.. answers[participant.Id]], [], [], [],
                    reviews.GetValueOrDefault(participant.Id), votes.GetValueOrDefault((participant.Id, Panel.Members)), votes.GetValueOrDefault((participant.Id, Panel.Masses)), round.Rules),
                report, schools.GetValueOrDefault(participant.Id),
                WorkDeadlines.Of(
                    round.Deadlines, extensions.FindAll(extension => extension.ParticipantId is null || extension.ParticipantId == participant.Id),
                    assessment?.ReturnedAt is not null, report?.IsBack(participant.Id) == true),
                TiesOf(participant, viewer, leaders[participant.BranchId].ToList(), officers),
                viewer);
        });
    }

    /// <summary>A committee's report with its parts, tracked; null while nothing of it is saved.</summary>
    public static Task<CommitteeReport?> FindReportAsync(this GradingDbContext db, int roundId, int committeeId, CancellationToken cancellationToken) => db.Reports
        .Include(row => row.Missing).Include(row => row.Returned).AsSplitQuery().SingleOrDefaultAsync(row => row.RoundId == roundId && row.CommitteeId == committeeId, cancellationToken);

    /// <summary>All reports of a round with their parts, untracked, by committee.</summary>
    public static Task<Dictionary<int, CommitteeReport>> ReportsAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) => db.Reports.AsNoTracking()
        .Include(row => row.Missing).Include(row => row.Returned).AsSplitQuery().Where(row => row.RoundId == roundId).ToDictionaryAsync(row => row.CommitteeId, cancellationToken);

    private static async Task<BranchTies> TiesAsync(this GradingDbContext db, Participant participant, Viewer viewer, CancellationToken cancellationToken)
    {
        var leaders = await db.Terms.Where(term => term.BranchId == participant.BranchId && term.Post == Post.Secretary && term.To == null).Select(term => term.PersonId).ToListAsync(cancellationToken);
        return TiesOf(participant, viewer, leaders, await db.OfficersAsync(participant.CommitteeId, cancellationToken));
    }

    private static Task<List<int>> OfficersAsync(this GradingDbContext db, int committeeId, CancellationToken cancellationToken) =>
        db.Terms.Where(term => term.CommitteeId == committeeId && term.Post == Post.Organiser && term.To == null).Select(term => term.PersonId).ToListAsync(cancellationToken);

    private static BranchTies TiesOf(Participant participant, Viewer viewer, List<int> leaders, List<int> officers)
    {
        var leads = leaders.Contains(viewer.PersonId);
        return new BranchTies(leads, officers.Contains(viewer.PersonId) || participant.CommitteeKind == CommitteeKind.DirectBranch && leads, officers.Except(leaders).Any());
    }
}
