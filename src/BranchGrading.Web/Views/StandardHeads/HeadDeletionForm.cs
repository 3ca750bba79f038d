using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.StandardHeads;

/// <summary>The confirmation that a head goes, with the items that stood on its page.</summary>
public sealed class HeadDeletionForm : IVersionedForm
{
    [BindNever]
    public string Contents { get; set; } = "";

    public Guid Version { get; set; }

    public static HeadDeletionForm Of(StandardHead head) =>
        new HeadDeletionForm { Contents = string.Join('\n', head.Items.OrderBy(item => item.Order).Select(item => item.Name).Prepend(head.Name)) }.WithVersion();
}
