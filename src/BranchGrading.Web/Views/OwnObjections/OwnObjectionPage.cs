using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Objections;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.OwnObjections;

/// <summary>The published branches to choose from, while the publicity runs.</summary>
public sealed record OwnObjectionPage(GradingRound Round, OwnObjectionForm Form, IReadOnlyList<NamedGrade> Grades, bool IsRunning)
{
    public IReadOnlyList<SelectListItem> Branches => BranchChoices.Of(Grades);

    public bool Has(int participantId) => Grades.Any(row => row.ParticipantId == participantId);
}
