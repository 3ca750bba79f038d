using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using BranchGrading.Web.Views.Home;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The page after signing in: what to do next, by when, and what is missing.</summary>
[Authorize(Policies.SignedIn)]
public sealed class HomeController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int NextDates = 4;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var round = await db.Rounds.AsNoTracking().WithParts().VisibleTo(viewer).OrderByDescending(round => round.Year).FirstOrDefaultAsync(cancellationToken);
        var branches = round is null || !(viewer.SeesSchool || viewer.IsOfficer || viewer.IsSecretary) ? [] : await db.BranchProgressAsync(round.Id, viewer, cancellationToken);
        var own = viewer.IsSecretary
            ? await db.Branches.AsNoTracking().Where(branch => branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null))
                .Select(branch => new OwnBranch(branch.Id, branch.Name, branch.Committee.Name, branch.Type, branch.FullMembers, branch.ProbationaryMembers,
                    branch.PastGrades.OrderByDescending(grade => grade.Year).Select(grade => (int?)grade.Year).FirstOrDefault(),
                    branch.PastGrades.OrderByDescending(grade => grade.Year).Select(grade => (Domain.Grading.Grade?)grade.Grade).FirstOrDefault(),
                    branch.Committee.Terms.Where(term => term.Post == Post.Organiser && term.To == null).Select(term => term.Person.Name + (term.Person.Phone == null ? "" : "，" + term.Person.Phone)).FirstOrDefault()))
                .ToListAsync(cancellationToken)
            : [];
        var since = Policies.Roles[Policies.SeeDeadlines].Any(viewer.Is) ? await db.LastVisitAsync(viewer, cancellationToken) : null;
        return View("Index", new HomePage(viewer, round, branches, own, await db.Branches.AnyAsync(cancellationToken))
        {
            Pace = round is { Stage: RoundStage.Open } && (viewer.SeesSchool || viewer.IsOfficer) ? await db.PaceAsync(round, viewer, clock.UtcNow, cancellationToken) : null,
            Upcoming = Policies.Roles[Policies.SeeDeadlines].Any(viewer.Is)
                ? [.. (await db.DeadlineEventsAsync(viewer, cancellationToken)).Where(one => one.Day >= clock.Today && (one.At is null || one.At > clock.UtcNow)).Take(NextDates)] : [],
            Since = since,
            News = since is { } visit ? await db.NewsAsync(viewer, visit, cancellationToken) : [],
            Assessments = await AssessmentsAsync(round, branches, own, viewer, cancellationToken),
            Plans = viewer.SeesSchool || viewer.IsOfficer || viewer.IsSecretary ? await db.OpenPlansAsync(viewer, clock.Today, cancellationToken) : [],
            Warnings = viewer.IsDepartment
                ? (await db.WarningsAsync(db.Branches, clock.Today, cancellationToken)).SelectMany(branch => branch.Warnings).CountBy(warning => warning.Kind).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)).ToList()
                : [],
            WithoutWorkPlan = viewer.IsOfficer && round is { Stage: RoundStage.Open } ? await WithoutWorkPlanAsync(round.Year, viewer, cancellationToken) : new HashSet<int>(),
            HandIns = round is { IsOpened: true } && (viewer.IsOfficer || viewer.IsDepartment) ? await HandInsAsync(round, viewer, cancellationToken) : new Dictionary<int, CommitteeHandIns>(),
            Reports = round is not null && viewer.IsOfficer ? await db.ReportsAsync(round.Id, cancellationToken) : new Dictionary<int, CommitteeReport>(),
        });
    }

    private Task<HashSet<int>> WithoutWorkPlanAsync(int year, Viewer viewer, CancellationToken cancellationToken) => db.Committees.LedBy(viewer)
        .Where(committee => !db.CommitteeNotes.Any(note => note.CommitteeId == committee.Id && note.Year == year && note.Kind == CommitteeNoteKind.WorkPlan))
        .Select(committee => committee.Id).ToHashSetAsync(cancellationToken);

    private async Task<Dictionary<int, CommitteeHandIns>> HandInsAsync(GradingRound round, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.IsDepartment)
            return (await db.HandInsAsync(round, null, cancellationToken)).ToDictionary(unit => unit.CommitteeId);
        var own = new Dictionary<int, CommitteeHandIns>();
        foreach (var id in await db.Committees.LedBy(viewer).Select(committee => committee.Id).ToListAsync(cancellationToken))
        {
            if ((await db.HandInsAsync(round, id, cancellationToken)).SingleOrDefault() is { } unit)
                own[id] = unit;
        }

        return own;
    }

    /// <summary>The self-assessments that wait for the secretary, while the round is open.</summary>
    private async Task<List<AssessmentPage>> AssessmentsAsync(GradingRound? round, List<BranchProgress> branches, List<OwnBranch> own, Viewer viewer, CancellationToken cancellationToken)
    {
        var waiting = new List<AssessmentPage>();
        foreach (var branch in branches.Where(branch => round is { Stage: RoundStage.Open } && own.Any(led => led.Id == branch.BranchId)))
        {
            if (await db.FindPapersAsync(branch.ParticipantId, viewer, cancellationToken) is { } papers && papers.WhyNotFill(clock.UtcNow) is null)
                waiting.Add(await AssessmentPage.OfAsync(db, papers, clock, cancellationToken));
        }

        return waiting;
    }
}
