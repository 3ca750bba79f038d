using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>档案: everything of a round in one zip, for the department.</summary>
[Authorize(Policies.RunRound)]
public sealed class ArchivesController(GradingDbContext db, WorkRunner works) : Controller
{
    [HttpPost("/rounds/{roundId:int}/archive"), NoFormKey]
    public async Task<IActionResult> Create(int roundId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var work = await works.StartAsync(db.Audit, $"{round.Year} 年度档案", async (services, work, cancelled) =>
        {
            var (file, lost) = await services.GetRequiredService<RoundArchive>().PackAsync(roundId, viewer, work, cancelled);
            return new WorkResult(
                lost == 0 ? $"档案已做好，下载后解压，先看「{ArchiveWriter.Index}」。" : $"档案已做好，但有 {lost} 个报送的文件丢失或被改动，没有收入，「{ArchiveWriter.Index}」里用红字标出。请告诉系统管理员，从备份恢复后再做一次。", File: file);
        });
        return Redirect($"/works/{work.Id}");
    }
}
