using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>A self-assessment as a whole: the way through it while it is filled in, what was handed in afterwards.</summary>
public sealed record AssessmentPage(BranchPapers Papers, IReadOnlyList<AssessmentTask> Tasks, string? WhyNotFill, string? WhyNotReturn, PreviousGrade? LastGrade, IReadOnlyList<string> Contacts)
{
    /// <summary>What became of the plans of the year before.</summary>
    public IReadOnlyList<EarlierPlan> EarlierPlans { get; init; } = [];

    public string Address => $"/assessments/{Papers.Participant.Id}";

    /// <summary>Whether the viewer fills it in, now.</summary>
    public bool IsOpen => Papers.MayFill && WhyNotFill is null;

    public AssessmentTask Next => Tasks.First(task => task.IsNext);

    public SelfAssessment? Assessment => Papers.Self.Assessment;

    /// <summary>What was handed in last; null where nothing was.</summary>
    public Submission? Last => Assessment?.Submissions.LastOrDefault();

    /// <summary>The return that is being worked on.</summary>
    public AssessmentReturn? Returned => Assessment is { ReturnedAt: not null } ? Assessment.Returns[^1] : null;

    /// <summary>What changed since it was handed in last.</summary>
    public IReadOnlyList<ContentChange> Changes => Papers.MayFill && Returned is not null && Last is { } last ? Papers.Self.Content().Since(last.Snapshot) : [];

    /// <summary>What may be read: what was handed in, or, for those who fill it in, what is there.</summary>
    public AssessmentContent? Content => Papers.MayFill && Assessment is { IsSubmitted: false } ? Papers.Self.Content() : Last?.Snapshot;

    public bool MayReturn => Papers.MayScore && WhyNotReturn is null;

    public static async Task<AssessmentPage> OfAsync(GradingDbContext db, BranchPapers papers, SchoolClock clock, CancellationToken cancellationToken) => new(
        papers,
        AssessmentTask.Of(papers, clock),
        papers.WhyNotFill(clock.UtcNow),
        papers.WhyNotReturn(clock.UtcNow),
        (await db.PreviousGradesAsync(db.Participants.Where(participant => participant.Id == papers.Participant.Id), papers.Round.Year, cancellationToken)).GetValueOrDefault(papers.Participant.Id),
        await db.Terms.Where(term => term.CommitteeId == papers.Participant.CommitteeId && term.Post == Post.Organiser && term.To == null)
            .Select(term => term.Person.Name + (term.Person.Phone == null ? "" : "，" + term.Person.Phone)).ToListAsync(cancellationToken))
    {
        EarlierPlans = await db.EarlierPlansAsync(papers.Participant, papers.Round.Year, cancellationToken),
    };
}
