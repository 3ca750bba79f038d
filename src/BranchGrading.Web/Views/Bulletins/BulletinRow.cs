using BranchGrading.Domain.Bulletins;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>A bulletin in a list.</summary>
public sealed record BulletinRow(int Id, BulletinKind Kind, string Title, string? Committee, DateTime? PublishedAt, DateTime? WithdrawnAt, DateTime WrittenAt)
{
    public required int Files { get; init; }

    public required bool IsWaiting { get; init; }

    public required bool IsConfirmed { get; init; }

    /// <summary>How many confirmed one of the own side that asks for it; null for all others.</summary>
    public int? Receipts { get; init; }

    public bool IsCorrected => PublishedAt < WrittenAt;
}
