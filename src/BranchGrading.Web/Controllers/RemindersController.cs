using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Progress;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>催办: one click reminds by mail all who are listed, or one of them.</summary>
[Authorize(Policies.Remind)]
public sealed class RemindersController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int Named = 8;

    /// <param name="roundId">The round.</param>
    /// <param name="filter">The list as it was filtered.</param>
    /// <param name="only">The one branch, or in a list of committees the one committee; null for all that are listed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpPost("/rounds/{roundId:int}/reminders")]
    public async Task<IActionResult> Create(int roundId, ProgressFilter filter, int? only, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { } round || !filter.Holds(round))
            return NotFound();
        var result = await db.RemindAsync(
            round, filter.Kind, viewer, rows => filter.Chosen(rows).Where(row => only is null || (row.ParticipantId ?? row.CommitteeId) == only), filter.Words, () => clock.Moment, cancellationToken);
        this.Notify(result.Written > 0 ? NoticeKind.Ok : NoticeKind.Info, string.Concat(Sentences(result)));
        return Redirect($"/rounds/{roundId}/progress{filter.With(filter.Show)}");
    }

    internal static IEnumerable<string> Sentences(ReminderResult result)
    {
        yield return result.Written > 0 ? $"已写好 {result.Written} 封催办邮件，放进发件箱，由系统发出。" : "没有新的催办邮件。";
        if (result.Already > 0)
            yield return $"{result.Already} 人今天已经催过，不重复发。";
        if (result.WithoutAddress.Count > 0)
            yield return $"没有登记邮箱、请在群里或打电话催：{Names(result.WithoutAddress)}。";
        if (result.WithoutPerson.Count > 0)
            yield return $"现在没有负责人的：{Names(result.WithoutPerson)}。";
    }

    private static string Names(IReadOnlyList<string> names) => string.Join("、", names.Take(Named)) + (names.Count > Named ? $"等 {names.Count} 个" : "");
}
