using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The official forms of a committee and its branches as files. Every file handed out is audited, so they are posted for, and as often as wanted.</summary>
[Authorize(Policies.ExportForms)]
[Route("/rounds/{roundId:int}/forms")]
public sealed class FormsController(FormDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken) =>
        await desk.FindAsync(roundId, User.Viewer(), cancellationToken) is { } page ? View("Index", page) : NotFound();

    /// <summary>附表3 of every branch of a committee.</summary>
    [HttpPost("investigation/{committeeId:int}"), NoFormKey]
    public Task<IActionResult> CreateInvestigation(int roundId, int committeeId, CancellationToken cancellationToken) =>
        CreateAsync(FormKind.Investigation, roundId, committeeId, cancellationToken);

    /// <summary>A committee's 附表4.</summary>
    [HttpPost("summary/{committeeId:int}"), NoFormKey]
    public Task<IActionResult> CreateSummary(int roundId, int committeeId, CancellationToken cancellationToken) =>
        CreateAsync(FormKind.Summary, roundId, committeeId, cancellationToken);

    /// <summary>A committee's 附表5.</summary>
    [HttpPost("rectification/{committeeId:int}"), NoFormKey]
    public Task<IActionResult> CreateRectification(int roundId, int committeeId, CancellationToken cancellationToken) =>
        CreateAsync(FormKind.Rectification, roundId, committeeId, cancellationToken);

    /// <summary>附表3 of one branch.</summary>
    [HttpPost("investigation/branches/{participantId:int}"), NoFormKey]
    public async Task<IActionResult> CreateBranch(int roundId, int participantId, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(roundId, User.Viewer(), cancellationToken) is not { } page || page.BranchOf(participantId) is not { } branch)
            return NotFound();
        page.RequireExport();
        return this.HandOut(await desk.WriteBranchAsync(page, branch, cancellationToken));
    }

    private async Task<IActionResult> CreateAsync(FormKind kind, int roundId, int committeeId, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(roundId, User.Viewer(), cancellationToken) is not { } page || page.Committee(committeeId) is not { } committee)
            return NotFound();
        page.RequireExport();
        return this.HandOut(await desk.WriteAsync(kind, page, committee, cancellationToken));
    }
}
