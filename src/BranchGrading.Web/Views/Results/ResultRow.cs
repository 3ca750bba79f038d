using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Results;

/// <summary>One published grade.</summary>
public sealed record ResultRow(int ParticipantId, string Branch, string Committee, GradeSnapshot Result, RoundStage Stage);
