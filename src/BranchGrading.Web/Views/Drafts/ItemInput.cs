using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>One item to be filled in by its method, on the branch's page or, compact, in the committee's table.</summary>
/// <param name="Item">The item.</param>
/// <param name="Form">What is filled in or typed.</param>
/// <param name="Prefix">The name of the form in its page, e.g. Items[3].</param>
/// <param name="Scorer">For whom: a branch only reads what ballots or its superiors say.</param>
public sealed record ItemInput(StandardItem Item, ItemForm Form, string Prefix, Scorer Scorer)
{
    /// <summary>For a dense table.</summary>
    public bool IsCompact { get; init; }

    /// <summary>What was not saved, and why.</summary>
    public DraftState? State { get; init; }

    /// <summary>What a vote or a veto amounts to, in words; in place of what the branch is told.</summary>
    public string? Readout { get; init; }

    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Prefix, "_");

    public string Calculation => Form.Read(Item, out _) is { } draft && ItemPoints.WhyNot(Item, draft.Answer) is null ? ItemWords.Calculation(Item, draft.Answer) : "";
}
