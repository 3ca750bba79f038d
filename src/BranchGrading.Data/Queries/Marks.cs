using System.Security.Cryptography;
using System.Text;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>Marks by which a confirmation tells that it confirms what was shown before it, and nothing else.</summary>
public static class Marks
{
    /// <summary>A short text that differs where any of the lines shown differs.</summary>
    public static string Of(IEnumerable<string> shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', shown))))[..32];

    /// <summary>Which branches move on an objection, and where to.</summary>
    public static string Of(GradeRevision revision) => Of(revision.Moves.Select(move => $"{move.ParticipantId} {move.From} {move.To}"));

    /// <summary>Which branches other rules move, and where to.</summary>
    public static string Of(Simulation simulation) => Of(simulation.Moves.Select(move => $"{move.ParticipantId} {move.From.Grade} {move.To.Grade} {move.To.TieToDecide}"));
}
