using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using BranchGrading.Web.Views.Drafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>问题与整改: the branch's table of problems.</summary>
[Authorize(Policies.FillAssessment)]
[Route("/assessments/{participantId:int}/problems")]
public sealed class AssessmentProblemsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Assessments/Problems.cshtml";

    [HttpGet]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers)
            return NotFound();
        return papers.WhyNotFill(clock.UtcNow) is null ? View(Page, await PageAsync(papers, cancellationToken)) : Redirect($"/assessments/{participantId}");
    }

    /// <summary>Saves all lines at once; the button says whether another line is added, one is to be taken out, or the next step follows.</summary>
    [HttpPost]
    [NoFormKey]
    public async Task<IActionResult> Edit(int participantId, ProblemsForm form, CancellationToken cancellationToken)
    {
        var removed = form.Then?.StartsWith("remove-", StringComparison.Ordinal) == true && int.TryParse(form.Then["remove-".Length..], out var id) ? id : 0;
        var section = await this.SectionAsync(db, participantId, form.Problems.FindAll(problem => problem.Id != removed), (papers, typed) =>
        {
            if (typed.Read(out var error) is not { } read)
                return (papers, () => DraftStates.Unread(error!));
            var draft = db.FillProblem(papers, read, clock.UtcNow);
            return (draft.Papers, () => clock.State(draft));
        }, cancellationToken);
        if (section is null)
            return NotFound();
        if (!section.IsSaved)
        {
            Response.StatusCode = section.StatusCode;
            return View(Page, await PageAsync(section.Papers, cancellationToken) with { Forms = form.Problems.FindAll(problem => problem.Id != removed), States = section.States });
        }

        return form.Then switch
        {
            "next" => this.Done($"/assessments/{participantId}/attachments", "已保存。"),
            "add" => await AddAsync(participantId, cancellationToken),
            _ when removed != 0 => Redirect($"/assessments/{participantId}/problems/{removed}/removal"),
            _ => this.Done($"/assessments/{participantId}/problems", "已保存。"),
        };
    }

    [HttpGet("{problemId:int}/removal")]
    public async Task<IActionResult> Removal(int participantId, int problemId, CancellationToken cancellationToken) =>
        await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is { MayFill: true } papers && papers.Self.Problems.FirstOrDefault(problem => problem.Id == problemId) is { } problem
            ? View("~/Views/Assessments/ProblemRemoval.cshtml", new ProblemRemovalPage(papers, problem))
            : NotFound();

    [HttpPost("{problemId:int}/removal")]
    public async Task<IActionResult> Delete(int participantId, int problemId, CancellationToken cancellationToken)
    {
        var papers = await db.ChangePapersAsync(participantId, User.Viewer(), papers =>
        {
            if (papers.MayFill)
                db.RemoveProblem(papers, problemId, clock.UtcNow);
            return papers;
        }, cancellationToken);
        return papers is { MayFill: true } ? this.Done($"/assessments/{participantId}/problems", "这一条已删除。") : NotFound();
    }

    private async Task<IActionResult> AddAsync(int participantId, CancellationToken cancellationToken)
    {
        try
        {
            var place = await db.ChangePapersAsync(participantId, User.Viewer(), papers =>
            {
                db.AddProblem(papers, clock.UtcNow, out var number);
                return $"problem-{number}";
            }, cancellationToken);
            return Redirect($"/assessments/{participantId}/problems#{place}");
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            return this.Refused(Page, await PageAsync((await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken))!, cancellationToken), refused.Message);
        }
    }

    private async Task<ProblemsPage> PageAsync(BranchPapers papers, CancellationToken cancellationToken) => new(papers)
    {
        Forms = [.. papers.Self.Problems.Select(ProblemForm.Of)],
        Earlier = await db.EarlierSubmissionAsync(papers, cancellationToken),
    };
}
