using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>What the pictures of a round need of one branch.</summary>
public sealed record PictureRow(
    int ParticipantId, string Branch, int CommitteeId, string Committee, BranchType Type, Grade? Grade, decimal? Self, decimal? Superior, decimal? Composite, Grade? Previous);
