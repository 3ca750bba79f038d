using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>What a committee typed besides points and answers: opinion, proposed grade, 联系领导, how it looked, reference figures; and the version it was read at.</summary>
public sealed record OpinionDraft(
    string? Opinion, Grade? ProposedGrade, string? ContactLeader, IReadOnlyList<InvestigationMethod> Methods, bool? LearningAccepted,
    decimal? OrganisationSatisfaction, decimal? HeadSatisfaction, Guid Version);
