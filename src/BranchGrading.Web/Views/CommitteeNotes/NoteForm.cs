using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.CommitteeNotes;

/// <summary>A 公开承诺 or a 领导点评.</summary>
public sealed class NoteForm : IVersionedForm
{
    /// <summary>Stands for the committee as a whole, so that nobody leaves the choice out by accident.</summary>
    public const int Whole = 0;

    [Display(Name = "类别"), Required(ErrorMessage = "请选择公开承诺或领导点评。")]
    public CommitteeNoteKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择是哪个支部的，或者选「本单位」。")]
    public int? Branch { get; set; }

    [Display(Name = "日期"), Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "内容"), Required(ErrorMessage = "请写内容。"), StringLength(CommitteeNote.ContentMaxLength, ErrorMessage = "内容最多 {1} 个字。")]
    public string Content { get; set; } = "";

    public Guid Version { get; set; }

    /// <summary>The chosen branch's name, by which two states are compared.</summary>
    [Display(Name = "对象")]
    public string? BranchName { get; private set; }

    internal int? OneBranch => Branch is null or Whole ? null : Branch;

    public static NoteForm Of(CommitteeNote note) => new() { Kind = note.Kind, Branch = note.BranchId ?? Whole, On = note.On, Content = note.Content, Version = note.Version };

    public NoteForm NamedFrom(IReadOnlyList<NoteBranch> branches)
    {
        BranchName = NameOf(Branch, branches);
        return this;
    }

    public static string NameOf(int? branch, IReadOnlyList<NoteBranch> branches) => branch is null or Whole ? "本单位" : branches.FirstOrDefault(known => known.Id == branch)?.Name ?? "";
}
