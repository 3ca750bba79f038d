using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Imports;
using BranchGrading.Web.Imports.Reading;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Imports;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>Files that come in: choose, check, confirm.</summary>
public sealed class ImportsController(GradingDbContext db, ImportDesk desk, WorkRunner works) : Controller
{
    /// <summary>A file of the greatest size, and the rest of its form.</summary>
    private const long MaxBody = SheetReader.MaxUpload + 100_000;

    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("/imports"), Authorize(Policies.KeepOrganisation)]
    public IActionResult Index() => View("Index");

    [HttpGet("/imports/{kind:regex(^(roster|past-grades)$)}/new"), Authorize(Policies.KeepOrganisation)]
    public IActionResult New(string kind) => View("New", new ImportPage(desk.Find(kind)!, null));

    [HttpGet("/rounds/{roundId:int}/{kind:regex(^(results|rectification)$)}/new"), Authorize(Policies.ImportResults)]
    public async Task<IActionResult> NewInRound(int roundId, string kind, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { } round ? View("New", new ImportPage(desk.Find(kind)!, round)) : NotFound();

    [HttpGet("/imports/{kind}/template"), Authorize(Policies.ImportResults)]
    public IActionResult Template(string kind) => desk.Find(kind) is { } import && (import.NeedsRound || User.Viewer().IsDepartment)
        ? File(ImportTemplate.Write(import.Title, import.Columns, import.Examples, import.Notes), Workbook, $"{import.Title}模板.xlsx")
        : NotFound();

    [HttpPost("/imports/{kind:regex(^(roster|past-grades)$)}"), Authorize(Policies.KeepOrganisation), NoFormKey]
    [RequestSizeLimit(MaxBody), RequestFormLimits(MultipartBodyLengthLimit = MaxBody)]
    public Task<IActionResult> Create(string kind, IFormFile? file, CancellationToken cancellationToken) =>
        ReceiveAsync(new ImportPage(desk.Find(kind)!, null), file, cancellationToken);

    [HttpPost("/rounds/{roundId:int}/{kind:regex(^(results|rectification)$)}"), Authorize(Policies.ImportResults), NoFormKey]
    [RequestSizeLimit(MaxBody), RequestFormLimits(MultipartBodyLengthLimit = MaxBody)]
    public async Task<IActionResult> CreateInRound(int roundId, string kind, IFormFile? file, CancellationToken cancellationToken)
    {
        var round = await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken);
        return round is null ? NotFound() : await ReceiveAsync(new ImportPage(desk.Find(kind)!, round), file, cancellationToken);
    }

    [HttpGet("/imports/{id:guid}"), Authorize(Policies.ImportResults)]
    public async Task<IActionResult> Details(Guid id, string? show, int? page, CancellationToken cancellationToken)
    {
        if (await desk.FindPendingAsync(id, User.Viewer(), cancellationToken) is not { } pending)
            return NotFound();
        var report = await desk.CheckAsync(pending, User.Viewer(), cancellationToken);
        return View("Details", new ImportReportPage(pending, desk.Find(pending.Kind)!, report, show, page, Request));
    }

    [HttpPost("/imports/{id:guid}/confirmation"), Authorize(Policies.ImportResults), NoFormKey]
    public async Task<IActionResult> Confirm(Guid id, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await desk.FindPendingAsync(id, viewer, cancellationToken) is not { } pending)
            return View("Gone");
        var import = desk.Find(pending.Kind)!;
        var work = await works.StartAsync(db.Audit, import.Title, async (services, work, stop) =>
        {
            work.Report(0, 3, "正在读文件。");
            var step = 0;
            var report = await services.GetRequiredService<ImportDesk>().ConfirmAsync(id, viewer, text => work.Report(++step, 3, text), stop);
            var skipped = report.Count(RowOutcome.Error) is > 0 and var errors ? $"，{errors} 行有错误没有写入" : "";
            return new WorkResult($"已写入：新增 {report.Count(RowOutcome.New)} 行，修改 {report.Count(RowOutcome.Changed)} 行{skipped}。", import.AddressAfter(pending.RoundId));
        });
        return Redirect($"/works/{work.Id}");
    }

    [HttpGet("/imports/{id:guid}/errors"), Authorize(Policies.ImportResults)]
    public async Task<IActionResult> Errors(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindPendingAsync(id, User.Viewer(), cancellationToken) is not { } pending)
            return NotFound();
        var report = await desk.CheckAsync(pending, User.Viewer(), cancellationToken);
        return File(ErrorList.Write(report), Workbook, "导入错误清单.xlsx");
    }

    private async Task<IActionResult> ReceiveAsync(ImportPage page, IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
            return Refuse(page, "请先选择一个文件，再点「核对」。", StatusCodes.Status400BadRequest);
        if (file.Length > SheetReader.MaxUpload)
            return Refuse(page, "文件超过 10 MB，没有收下。请删去图片和多余的工作表后再试。", StatusCodes.Status400BadRequest);
        try
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken);
            var pending = await desk.ReceiveAsync(page.Import, content.ToArray(), file.FileName, User.Viewer(), page.Round?.Id, cancellationToken);
            return Redirect($"/imports/{pending.Id}");
        }
        catch (UnreadableFileException unreadable)
        {
            return Refuse(page, unreadable.Message, StatusCodes.Status400BadRequest);
        }
        catch (Domain.RuleViolationException refused)
        {
            return Refuse(page, refused.Message, StatusCodes.Status409Conflict);
        }
    }

    private ViewResult Refuse(ImportPage page, string reason, int status)
    {
        ModelState.AddModelError("file", reason);
        var result = View("New", page);
        result.StatusCode = status;
        return result;
    }
}
