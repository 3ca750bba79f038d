using BranchGrading.Domain.Assessments;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Evidence;

/// <summary>One record being written or changed.</summary>
public sealed record EvidencePage(EvidenceSubject Subject, EvidenceForm Form, Domain.Assessments.Evidence? Known, IReadOnlyList<Attachment> Attachments)
{
    public string Address => Known is null ? Subject.Address : $"/evidence/{Known.Id}";

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<EvidenceKind>()
        .Select(kind => new SelectListItem(kind.Word(), kind.ToString(), kind == Form.Kind)).Prepend(new SelectListItem("请选择", "", Form.Kind is null));

    public static EvidenceForm FormOf(Domain.Assessments.Evidence evidence) => new() { Kind = evidence.Kind, On = evidence.On, Content = evidence.Content, Version = evidence.Version };
}
