using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>One of the seven questions to be answered.</summary>
/// <param name="Form">What is filled in or typed.</param>
/// <param name="Prefix">The name of the form in its page, e.g. Answers[3].</param>
public sealed record AnswerInput(AnswerForm Form, string Prefix)
{
    /// <summary>What was not saved, and why.</summary>
    public DraftState? State { get; init; }

    /// <summary>What was answered last year.</summary>
    public string? Last { get; init; }

    /// <summary>What the branch answered, beside the committee's own.</summary>
    public string? Own { get; init; }

    public string Id => TagBuilder.CreateSanitizedId(Prefix, "_");
}
