using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Imports;

/// <summary>For whom, into which round, and when an import runs.</summary>
public sealed record ImportContext(Viewer Viewer, int? RoundId, DateTime Now, DateOnly Today);
