using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Decisions;

/// <summary>A branch whose grade is decided, and whom the decision would move.</summary>
public sealed record DecisionPage(GradingRound Round, BranchGrade Grade, DecisionForm Form, DecisionForm Known, IReadOnlyList<GradeMove> Moves)
{
    public Participant Participant => Grade.Participant;

    /// <summary>The version of the decision there is; empty for none.</summary>
    public Guid Version => Known.Version;
}
