using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>All lines of the table of problems, posted by a button.</summary>
public sealed class ProblemsForm
{
    public List<ProblemForm> Problems { get; set; } = [];

    /// <summary>next: on to the next step; add: another line.</summary>
    public string? Then { get; set; }
}
