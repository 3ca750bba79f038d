using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.CommitteeNotes;

/// <summary>公开承诺 and 领导点评 of a committee in a year, and the form for another one.</summary>
public sealed record NoteList(CommitteeYear Unit, NoteFilter Filter, IReadOnlyList<CommitteeNote> Notes, Pager Pager, IReadOnlyList<NoteBranch> Branches, NoteForm Form)
{
    public string Address => $"{Unit.Address}/notes";

    public IEnumerable<SelectListItem> BranchChoices => Choose(Branches);

    public static IEnumerable<SelectListItem> Choose(IReadOnlyList<NoteBranch> branches) =>
        [new SelectListItem("请选择", ""), new SelectListItem("本单位", $"{NoteForm.Whole}"), .. branches.Select(branch => new SelectListItem(branch.Name, $"{branch.Id}"))];
}
