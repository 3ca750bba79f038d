using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Mergers;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>合并 of several branches.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class MergersController(GradingDbContext db, SchoolClock clock) : Controller
{
    /// <summary>So many branches at most become one.</summary>
    private const int MostBranches = 20;

    [HttpGet("/organisation-changes/mergers/new")]
    public async Task<IActionResult> Create(int[] branches, CancellationToken cancellationToken)
    {
        var page = await PageAsync(new MergerForm { Branches = [.. branches], On = clock.Today }, cancellationToken);
        page.Form.Version = page.Version;
        if (page.Branches.Count is >= 2 and <= MostBranches)
            return View("Create", page);
        this.Notify(NoticeKind.Warn, page.Branches.Count < 2 ? "合并至少要勾选两个支部。" : $"一次最多合并 {MostBranches} 个支部。");
        return Redirect(page.BackAddress);
    }

    [HttpPost("/organisation-changes/mergers")]
    public async Task<IActionResult> Create(MergerForm form, CancellationToken cancellationToken)
    {
        var page = await PageAsync(form, cancellationToken);
        if (page.Branches.Count > MostBranches)
            ModelState.AddModelError("Form.Into", $"一次最多合并 {MostBranches} 个支部。");
        if (page.Form.Into == 0)
            RequireNew(form, page);
        else if (page.Form.Into is { } into && page.Branches.All(branch => branch.Id != into))
            ModelState.AddModelError("Form.Into", "请选择合并成哪一个。");
        await form.CheckDayAsync(ModelState, db, OrganisationChangeKind.Merger, page.Branches, clock.Today, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (page.Branches.Count != form.Branches.Distinct().Count())
            return this.Refused("Create", page, "勾选的支部里有的刚才已经撤销，请返回重新勾选。", "Form.Into");
        if (form.Version != page.Version)
        {
            form.Version = page.Version;
            ModelState.Remove("Form.Version");
            return this.Refused("Create", page, "您打开这一页之后，有的支部又有变动。上面的人数、名称和书记已经是最新的，请看过再登记。", "Form.Into");
        }

        try
        {
            var record = form.Record(User, clock);
            var change = page.Branches.SingleOrDefault(branch => branch.Id == form.Into) is { } survivor
                ? await db.MergeIntoAsync(page.Branches, survivor, string.IsNullOrWhiteSpace(form.Name) ? survivor.Name : form.Name, record, cancellationToken)
                : await db.MergeIntoNewAsync(page.Branches, page.Units.Single(unit => unit.Id == form.CommitteeId), new NewBranch(form.Name!, form.Type!.Value), record, cancellationToken);
            return this.Done($"/organisation-changes/{change.Id}", $"已登记合并：{change.Sentence()}。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", await PageAsync(form, cancellationToken), refused.Message, refused.Message.Contains("名为", StringComparison.Ordinal) ? "Form.Name" : "Form.Into");
        }
    }

    private void RequireNew(MergerForm form, MergerPage page)
    {
        if (string.IsNullOrWhiteSpace(form.Name))
            ModelState.AddModelError("Form.Name", "请填写新支部的名称。");
        if (form.Type is null)
            ModelState.AddModelError("Form.Type", "请选择新支部的类型。");
        if (page.Units.All(unit => unit.Id != form.CommitteeId))
            ModelState.AddModelError("Form.CommitteeId", "请选择新支部所属的二级党组织。");
    }

    /// <summary>As it is stored, whatever a refused act began to change.</summary>
    private async Task<MergerPage> PageAsync(MergerForm form, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var branches = await db.Branches.ForChange().Where(branch => branch.IsActive && form.Branches.Contains(branch.Id))
            .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id).ToListAsync(cancellationToken);
        form.Type ??= branches.Select(branch => (BranchType?)branch.Type).FirstOrDefault();
        form.CommitteeId ??= branches.Select(branch => (int?)branch.CommitteeId).FirstOrDefault();
        return new MergerPage(branches, await db.RoundPlacesAsync([.. branches.Select(branch => branch.Id)], cancellationToken), form);
    }
}
