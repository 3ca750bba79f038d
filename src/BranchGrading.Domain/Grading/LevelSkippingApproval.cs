namespace BranchGrading.Domain.Grading;

/// <summary>特批: an approved exception from 不越级晋升 — who, why, and the document's number (§3.5c).</summary>
public sealed record LevelSkippingApproval(string ApprovedBy, string Reason, string DocumentNumber);
