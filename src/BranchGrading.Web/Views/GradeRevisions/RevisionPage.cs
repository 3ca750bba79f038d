using BranchGrading.Domain.Grading;
using BranchGrading.Web.Views.Objections;

namespace BranchGrading.Web.Views.GradeRevisions;

/// <summary>An objection whose branch is settled otherwise, and whom that moves.</summary>
public sealed record RevisionPage(ObjectionPage Of, RevisionForm Form)
{
    public IReadOnlyList<GradeMove> Moves { get; init; } = [];

    /// <summary>The committee of every branch that moves: names of branches repeat.</summary>
    public IReadOnlyDictionary<int, string> Committees { get; init; } = new Dictionary<int, string>();

    public IEnumerable<GradeMove> Others => Moves.Where(move => move.ParticipantId != Of.Objection.ParticipantId);
}
