using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.HandIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The frozen files of a hand-in, byte for byte; one that is not what was frozen is not handed out.</summary>
[Authorize(Policies.SeeHandIns)]
public sealed class HandInFilesController(GradingDbContext db, HandInDesk desk, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/hand-ins/{committeeId:int}/{number:int}/files/{form:int}")]
    public async Task<IActionResult> Details(int roundId, int committeeId, int number, int form, CancellationToken cancellationToken)
    {
        if (await HandInPage.FindAsync(db, roundId, committeeId, User.Viewer(), clock, cancellationToken) is not { } page
            || page.Unit.Standing.Versions.FirstOrDefault(handIn => handIn.Number == number)?.Files.FirstOrDefault(file => file.Form == $"附表{form}") is not { } file)
            return NotFound();
        if (await desk.OpenAsync(file, cancellationToken) is { } content)
            return File(content, HandInDesk.Workbook, file.FileName);
        var lost = $"第 {number} 版的{file.Form}和报送时冻结的不一样了（文件丢失或被改动），没有下载。请告诉系统管理员，从备份恢复；数据库里留有报送时的哈希值 {file.Sha256[..16]}…。";
        return this.Refused("~/Views/HandIns/Details.cshtml", page with { Lost = lost }, lost);
    }
}
