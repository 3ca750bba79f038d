using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>业绩考核: the facts of all committees in sight in a year.</summary>
public sealed record CommitteeFactsList(int Year, string? Sort, CommitteeKind? Kind, IReadOnlyList<CommitteeFacts> Rows)
{
    public Pager Pager { get; init; } = null!;

    /// <summary>The query that keeps the kind and asks for an order.</summary>
    public string With(string? sort) => "?" + string.Join('&', new[] { Kind is { } kind ? $"kind={kind}" : null, sort is null ? null : $"sort={sort}" }.OfType<string>());
}
