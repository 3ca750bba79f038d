using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>What happened to a branch over the years, with the branches that it came from and that came of it.</summary>
/// <param name="Grades">Its own grades and those of its predecessors, by year.</param>
/// <param name="Changes">The changes of all of them, the latest first.</param>
/// <param name="Secretaries">Who led it, the latest first, then who led its predecessors.</param>
/// <param name="Rounds">Its rounds and those of its predecessors, the latest first.</param>
public sealed record BranchHistory(
    IReadOnlyList<BranchHistory.Kin> Predecessors, IReadOnlyList<BranchHistory.Kin> Successors, IReadOnlyList<BranchHistory.GradeLine> Grades,
    IReadOnlyList<OrganisationChange> Changes, IReadOnlyList<BranchHistory.SecretaryLine> Secretaries, IReadOnlyList<BranchHistory.RoundLine> Rounds)
{
    /// <summary>The years of which anything is known, the latest first.</summary>
    public IEnumerable<int> Years => Grades.Select(grade => grade.Year).Concat(Changes.Select(change => change.On.Year)).Concat(Rounds.Select(round => round.Year)).Distinct().OrderDescending();

    /// <summary>A branch that became this one or came of it.</summary>
    public sealed record Kin(int BranchId, string Name, string Committee, bool IsActive, bool IsVisible);

    public sealed record GradeLine(int Year, int BranchId, string Branch, Grade Grade, string? Note);

    public sealed record SecretaryLine(int BranchId, string Branch, string Name, DateOnly? From, DateOnly? To);

    /// <summary>The branch in a round, as it was at the opening, with its plan.</summary>
    public sealed record RoundLine(int Year, int ParticipantId, int BranchId, string Name, string Committee, string? Secretary, int Members, PlanLine? Plan);

    /// <summary>整改提升计划: what it is for, how far it is, and whether the viewer may open it.</summary>
    public sealed record PlanLine(PlanKind Kind, PlanState State, int Accepted, int Items, bool MayRead);
}
