using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Extensions;

/// <summary>Every extension of a round, the latest first.</summary>
public sealed record ExtensionList(GradingRound Round, IReadOnlyList<ExtensionList.Row> Rows)
{
    public sealed record Row(string Committee, string? Branch, DeadlineKind Kind, DateTime Until, string Reason, string GrantedBy, DateTime GrantedAt);
}
