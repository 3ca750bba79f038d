using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Objections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>公示与异议: the department's list of objections, what came on paper, and each one by itself.</summary>
[Authorize(Policies.RunRound)]
[Route("/rounds/{roundId:int}/objections")]
public sealed class ObjectionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int roundId, ObjectionState? state, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { Publication: not null } round)
            return NotFound();
        var own = await db.LedBranchesAsync(User.Viewer(), roundId, cancellationToken);
        var all = await db.Objections.AsNoTracking().Include(objection => objection.Participant).Where(objection => objection.RoundId == roundId).OrderBy(objection => objection.Number).ToListAsync(cancellationToken);
        var left = all.FindAll(objection => !own.Contains(objection.ParticipantId));
        return View("Index", new ObjectionList(round, state, clock.Today, left) { ForOthers = all.Count - left.Count });
    }

    [HttpGet("{number:int}")]
    public async Task<IActionResult> Details(int roundId, int number, CancellationToken cancellationToken) =>
        await db.ObjectionPageAsync(User.Viewer(), roundId, number, cancellationToken) is { } page ? View("Details", page) : NotFound();

    [HttpGet("new")]
    public async Task<IActionResult> Create(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, new ObjectionForm { Channel = ObjectionChannel.Paper }, cancellationToken) is { } page
            ? View("Create", page with { Form = new ObjectionForm { Channel = ObjectionChannel.Paper, Came = page.Latest } })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int roundId, ObjectionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.ParticipantId is { } chosen && page.Grades.All(row => row.ParticipantId != chosen))
            ModelState.AddModelError("Form.ParticipantId", "请从列表里选择支部。");
        if (form.Channel == ObjectionChannel.Online)
            ModelState.AddModelError("Form.Channel", "请选择怎么收到的。");
        if (form.Came > clock.Today || form.Came < page.Published)
            ModelState.AddModelError("Form.Came", $"收到的日期应在 {page.Published:M月d日} 到今天之间。");
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (await db.WhyKeepAwayAsync(User.Viewer(), roundId, [form.ParticipantId!.Value], cancellationToken) is { } why)
            return this.Refused("Create", page, why, "Form.ParticipantId");
        try
        {
            var came = form.Came!.Value;
            var at = came == clock.Today ? clock.UtcNow : clock.Deadline(came.AddDays(-1), null);
            var objection = await db.EnterAsync(roundId, form.ParticipantId.Value, form.Channel!.Value, form.RaisedBy, form.Contact, form.Statement, came, at, cancellationToken);
            return this.Done($"/rounds/{roundId}/objections/{objection.Number}", $"异议已登记，编号第 {objection.Number} 号。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message, "Form.Came");
        }
    }

    private async Task<ObjectionEntryPage?> PageAsync(int roundId, ObjectionForm form, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Published, Publication: { } publication } round
            ? new ObjectionEntryPage(round, form, await db.NamedGradesAsync(publication.Id, cancellationToken), clock.Today)
            : null;
}
