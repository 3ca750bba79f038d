using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publicity;

/// <summary>公示稿: what is posted.</summary>
public sealed record NoticePage(GradingRound Round, IReadOnlyList<NamedGrade> Grades, SchoolSettings School)
{
    public Publication Publication => Round.Publication!;

    public IEnumerable<IGrouping<string, NamedGrade>> Committees => Grades.GroupBy(row => row.Committee);
}
