using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>What is typed for one part of the report.</summary>
public sealed class TextForm : IVersionedForm
{
    [BindRequired]
    public ReportSection Section { get; set; }

    public string? Content { get; set; }

    public Guid Version { get; set; }

    public static TextForm Of(ReportSection section, ReportText? text) => new() { Section = section, Content = text?.Content, Version = text?.Version ?? Guid.Empty };

    public TextDraft Draft() => new(Section, Content, Version);
}
