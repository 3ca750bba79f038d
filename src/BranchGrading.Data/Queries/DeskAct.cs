using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>What the department is about to do at its desk: decide one grade for the branches chosen, or, without a grade, take the decisions on them back.</summary>
public sealed record DeskAct(IReadOnlySet<int> ParticipantIds, Grade? Grade, string Reason)
{
    public bool TakesBack => Grade is null;
}
