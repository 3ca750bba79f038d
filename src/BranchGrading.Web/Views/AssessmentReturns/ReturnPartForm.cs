using BranchGrading.Domain.Assessments;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.AssessmentReturns;

/// <summary>A step or an item that may be given back.</summary>
public sealed class ReturnPartForm
{
    public AssessmentPart Part { get; set; }

    public int? ItemId { get; set; }

    public bool IsChosen { get; set; }

    public string? Reason { get; set; }

    /// <summary>What it is called, and what was handed in; never posted.</summary>
    [BindNever]
    public string Label { get; set; } = "";

    [BindNever]
    public string Text { get; set; } = "";
}
