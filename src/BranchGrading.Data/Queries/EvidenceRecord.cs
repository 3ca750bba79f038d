using BranchGrading.Domain.Assessments;

namespace BranchGrading.Data.Queries;

/// <summary>A record of evidence with its attachments.</summary>
public sealed record EvidenceRecord(Evidence Evidence, IReadOnlyList<Attachment> Attachments);
