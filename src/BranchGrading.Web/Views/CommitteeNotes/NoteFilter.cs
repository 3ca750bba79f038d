using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.CommitteeNotes;

/// <summary>What notes are looked up by.</summary>
public sealed class NoteFilter
{
    public CommitteeNoteKind? Kind { get; set; }

    public int? Branch { get; set; }

    public bool IsSet => Kind is not null || Branch is not null;

    public IQueryable<CommitteeNote> Apply(IQueryable<CommitteeNote> notes)
    {
        if (Kind is { } kind)
            notes = notes.Where(note => note.Kind == kind);
        return Branch switch
        {
            null => notes,
            NoteForm.Whole => notes.Where(note => note.BranchId == null),
            { } branch => notes.Where(note => note.BranchId == branch),
        };
    }
}
