using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Attachments;

/// <summary>What chosen files are for; the files themselves come beside it.</summary>
public sealed class AttachmentForm
{
    [Display(Name = "用于")]
    public int? ItemId { get; set; }
}
