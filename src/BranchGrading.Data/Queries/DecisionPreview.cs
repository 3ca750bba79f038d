using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>What an act of the desk would lead to, as it is shown before it is confirmed.</summary>
public sealed record DecisionPreview(DecisionEffect Effect, IReadOnlyList<DecidedBranch> Branches)
{
    /// <summary>
    /// Stands for everything shown: the decisions there are, whom the act moves, the places. A confirmation that carries another one confirms something else.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var shown = new StringBuilder();
            foreach (var branch in Branches)
                shown.Append(CultureInfo.InvariantCulture, $"{branch.Move.ParticipantId} {branch.Known?.Version} {branch.Move.From} {branch.Move.To}\n");
            foreach (var move in Effect.Moved)
                shown.Append(CultureInfo.InvariantCulture, $"{move.ParticipantId} {move.From} {move.To}\n");
            foreach (var (before, after) in Effect.Places)
                shown.Append(CultureInfo.InvariantCulture, $"{before.Key} {before.Quota} {before.Used} {after.Quota} {after.Used}\n");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())))[..32];
        }
    }
}

/// <summary>A branch acted on: what becomes of it, what the rules alone make of it, and the decision there is.</summary>
public sealed record DecidedBranch(GradeMove Move, GradingOutcome Now, FinalDecision? Known);
