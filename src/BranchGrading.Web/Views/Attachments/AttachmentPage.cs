using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Views.Assessments;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Attachments;

/// <summary>The attachments of one self-assessment.</summary>
public sealed record AttachmentPage(BranchPapers Papers, AttachmentForm Form, string? WhyNot) : StepPage(Papers, AssessmentPart.Attachments)
{
    public IReadOnlyList<Attachment> Attachments => Papers.Self.Attachments;

    public bool MayChange => WhyNot is null;

    public long Together => Attachments.Sum(attachment => attachment.Size);

    /// <summary>Items that ask for something to be shown and have nothing yet.</summary>
    public IReadOnlyList<StandardItem> Bare => Papers.Self.Items
        .Where(item => item.RequiredEvidence.Length > 0 && Attachments.All(attachment => attachment.ItemId != item.Id)).ToList();

    /// <summary>整份自评, then the items by head.</summary>
    public IEnumerable<SelectListItem> Purposes
    {
        get
        {
            yield return new SelectListItem("整份自评", "", Form.ItemId is null);
            var items = Papers.Self.Items.Select(item => item.Id).ToHashSet();
            foreach (var head in Papers.Self.Standard.Heads)
            {
                var group = new SelectListGroup { Name = head.Name };
                foreach (var item in head.Items.Where(item => items.Contains(item.Id)))
                    yield return new SelectListItem(item.Name, $"{item.Id}", Form.ItemId == item.Id) { Group = group };
            }
        }
    }

    public string For(Attachment attachment) => Papers.Self.Standard.Items.FirstOrDefault(item => item.Id == attachment.ItemId)?.Name ?? "整份自评";
}
