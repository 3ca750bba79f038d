using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.CommitteeNotes;

/// <summary>One 公开承诺 or 领导点评 that is changed or taken away.</summary>
public sealed record NotePage(CommitteeYear Unit, CommitteeNote Note, IReadOnlyList<NoteBranch> Branches, NoteForm Form)
{
    public string Address => $"{Unit.Address}/notes/{Note.Id}";
}
