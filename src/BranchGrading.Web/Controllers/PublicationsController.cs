using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Publications;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>公示与定级: publishing the grades of a round, and making them final.</summary>
[Authorize(Policies.RunRound)]
public sealed class PublicationsController(GradingDbContext db, WorkRunner works, SchoolProfile school, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/publication")]
    public async Task<IActionResult> Create(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, new PublicationForm { MeetingDate = clock.Today, Telephone = (await school.GetAsync(cancellationToken)).ContactPhone }, cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/publication"), NoFormKey]
    public async Task<IActionResult> Create(int roundId, PublicationForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.MeetingDate > clock.Today)
            ModelState.AddModelError("Form.MeetingDate", "会议日期还没有到。");
        if (form.MeetingDate < page.Opened)
            ModelState.AddModelError("Form.MeetingDate", $"会议日期不能早于本年度评定开始的 {page.Opened:yyyy年M月d日}。");
        if (page.Round.Rules.PublicityDays > 0 && string.IsNullOrWhiteSpace(form.Telephone))
            ModelState.AddModelError("Form.Telephone", "请填写受理异议的电话：公示稿上要印，公示期间可以修改。");
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (page.Round.Publication is not null)
            return this.Refused("Create", page, "本年度已经公示，没有重复办理。");
        if (page.Problems.Count > 0)
            return this.Refused("Create", page, $"还不能公示：{page.Problems[0].Text}");
        var viewer = User.Viewer();
        var work = await works.StartAsync(db.Audit, $"公示 {page.Round.Year} 年度等级", async (services, work, stop) =>
        {
            work.Report(0, page.Counts.Graded, "正在核对并保存每个支部的等级和理由。");
            var (now, today) = clock.Moment;
            await services.GetRequiredService<GradingDbContext>().PublishAsync(roundId, new(form.MeetingDate!.Value, form.DocumentNumber, form.Telephone, form.Place), viewer.Name, now, today, stop);
            return new WorkResult("等级已公示。各支部和二级党组织现在可以看到自己的等级和理由。", $"/rounds/{roundId}/publication");
        });
        return Redirect($"/works/{work.Id}");
    }

    [HttpPost("/rounds/{roundId:int}/finalisation"), NoFormKey]
    public async Task<IActionResult> Finalise(int roundId, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, new PublicationForm(), cancellationToken) is not { Round.Publication: { } publication } page)
            return NotFound();
        if (!publication.IsOver(clock.Today))
            return this.Refused("Create", page, $"公示到 {publication.PublicityEndsOn:yyyy年M月d日} 结束，次日起才能定级。");
        if (ObjectionActs.WhyNotFinal(page.Open) is { } why)
            return this.Refused("Create", page, why);
        var viewer = User.Viewer();
        var work = await works.StartAsync(db.Audit, $"{page.Round.Year} 年度定级", async (services, work, stop) =>
        {
            work.Report(0, page.Counts.Graded, "正在记入各支部的历史等级。");
            var (now, today) = clock.Moment;
            await services.GetRequiredService<GradingDbContext>().MakeFinalAsync(roundId, viewer.Name, now, today, stop);
            return new WorkResult("已定级。本年度不再改动，等级已记入各支部的历史。", $"/rounds/{roundId}/publication");
        });
        return Redirect($"/works/{work.Id}");
    }

    private Task<PublicationPage?> PageAsync(int roundId, PublicationForm form, CancellationToken cancellationToken) => db.PublicationPageAsync(User.Viewer(), roundId, form, clock.Today, cancellationToken);
}
