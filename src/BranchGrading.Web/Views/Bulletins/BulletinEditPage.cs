using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Bulletins;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>A bulletin that is written or corrected.</summary>
/// <param name="Bulletin">As it is saved; null for a new one.</param>
/// <param name="Form">As it is typed.</param>
/// <param name="Sides">In whose names the viewer writes: null for the department.</param>
/// <param name="Committees">Whom the department can write to.</param>
public sealed record BulletinEditPage(Bulletin? Bulletin, BulletinForm Form, IReadOnlyList<(int? CommitteeId, string Name)> Sides, IReadOnlyList<(int Id, string Name)> Committees)
{
    public string Address => Bulletin is null ? "/bulletins" : $"/bulletins/{Bulletin.Id}";

    public string Title => Bulletin is null ? "写通知或典型经验" : Bulletin.IsDraft ? "修改草稿" : $"更正{Bulletin.Kind.Word()}";

    public bool IsPublished => Bulletin is { IsDraft: false };

    /// <summary>Whether it is, or may become, one of the department's.</summary>
    public bool ForSchool => Bulletin is null ? Sides.Any(side => side.CommitteeId is null) : Bulletin.CommitteeId is null;

    public string SideName => Sides.FirstOrDefault(side => side.CommitteeId == (Bulletin is null ? Sides[0].CommitteeId : Bulletin.CommitteeId)).Name ?? "";

    public IEnumerable<SelectListItem> SideChoices => Sides.Select(side => new SelectListItem(side.Name, $"{side.CommitteeId ?? BulletinForm.School}")).Prepend(new SelectListItem("请选择", ""));

    /// <summary>The roles to tick: of several sides all, checked against the chosen one.</summary>
    public IReadOnlyList<string> Roles => BulletinVisibility.RolesOf(ForSchool ? null : BulletinForm.School);

    public static async Task<BulletinEditPage> OfAsync(GradingDbContext db, Bulletin? bulletin, BulletinForm? form, Viewer viewer, CancellationToken cancellationToken)
    {
        var sides = await db.SidesAsync(viewer, cancellationToken);
        var committees = !viewer.IsDepartment ? [] : (await db.Committees.OrderBy(committee => committee.DisplayOrder).Select(committee => new { committee.Id, committee.Name }).ToListAsync(cancellationToken)).ConvertAll(committee => (committee.Id, committee.Name));
        form ??= bulletin is null
            ? new BulletinForm { Roles = [Data.Identity.Roles.CommitteeOfficer, Data.Identity.Roles.BranchSecretary] }
            : BulletinForm.Of(bulletin);
        if (bulletin is null && sides.Count == 1)
            form.Side ??= sides[0].CommitteeId ?? BulletinForm.School;
        return new BulletinEditPage(bulletin, form, sides, committees);
    }

    /// <summary>What the form's own attributes cannot tell: whom this side may write to.</summary>
    public void Check(ModelStateDictionary state)
    {
        if (Form.Side is not null && Sides.All(side => side.CommitteeId != Form.CommitteeId))
            state.AddModelError("Form.Side", "请从列表里选择以谁的名义发布。");
        if (Form.Roles.Count == 0)
            state.AddModelError("Form.Roles", "请至少勾选一类人。");
        else if (Form.Roles.Except(BulletinVisibility.RolesOf(Form.CommitteeId)).Any())
            state.AddModelError("Form.Roles", Form.CommitteeId is null ? "请从列表里勾选。" : "二级党组织只能发给本单位的支部书记和组织员。");
        if (Form.CommitteeId is { } own ? Form.Committees.Any(id => id != own) : Form.Scope == BulletinScope.Chosen && Form.Committees.Any(id => Committees.All(committee => committee.Id != id)))
            state.AddModelError("Form.Committees", Form.CommitteeId is null ? "请从列表里勾选。" : "二级党组织只能发给本单位。");
        else if (Form.CommitteeId is null && Form.Scope == BulletinScope.Chosen && Form.Committees.Count == 0)
            state.AddModelError("Form.Committees", "请至少勾选一个二级党组织，或者选「全部二级党组织」。");
    }
}
