using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Audit;

/// <summary>A page of the audit, newest first.</summary>
public sealed record AuditList(AuditFilter Filter, IReadOnlyList<AuditList.Row> Rows, Pager Pager)
{
    /// <summary>As many changes of one row are shown.</summary>
    public const int ChangesShown = 50;

    public sealed record Row(long Sequence, DateTime At, string Actor, string? Address, string Event, string? Subject, string? Reason, IReadOnlyList<AuditChange> Changes);
}
