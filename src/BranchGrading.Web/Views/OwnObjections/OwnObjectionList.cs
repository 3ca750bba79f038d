using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.OwnObjections;

/// <summary>What the viewer has raised, with the answers.</summary>
public sealed record OwnObjectionList(GradingRound Round, DateOnly Today, IReadOnlyList<Objection> Objections);
