using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>All seven answers, posted by the button.</summary>
public sealed class AnswersForm
{
    public List<AnswerForm> Answers { get; set; } = [];

    /// <summary>next: on to the next step.</summary>
    public string? Then { get; set; }
}
