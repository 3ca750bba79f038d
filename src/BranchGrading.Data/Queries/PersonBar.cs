using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>What is barred, and the round, branch and post it comes from.</summary>
public sealed record PersonBar(int Year, int RoundId, int ParticipantId, string Committee, string Branch, Post Post, Consequence Consequence);
