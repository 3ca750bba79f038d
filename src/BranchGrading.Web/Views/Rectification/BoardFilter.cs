using System.Globalization;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Rectification;

/// <summary>Which items the board lists, and how its table of units is sorted.</summary>
public sealed class BoardFilter
{
    public int? CommitteeId { get; set; }

    public BoardState? State { get; set; }

    /// <summary>The branch's grade.</summary>
    public Grade? Grade { get; set; }

    /// <summary>The month of the day of completion, as 2012-09.</summary>
    public string? Due { get; set; }

    public string? Q { get; set; }

    /// <summary>A column of the table of units; with a minus in front the other way round.</summary>
    public string? Sort { get; set; }

    public int? Page { get; set; }

    public DateOnly? DueMonth => DateOnly.TryParseExact($"{Due}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year is >= GradingRound.FirstYear and <= GradingRound.LastYear ? month : null;

    public string? Text => string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();

    public bool IsSet => CommitteeId is not null || State is not null || Grade is not null || DueMonth is not null || Text is not null;

    /// <summary>The filter's fields, to be sent along with a form.</summary>
    public IEnumerable<(string Name, string Value)> Fields => Parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (part.Name, part.Value!));

    /// <summary>The query of the same board with another part.</summary>
    public string With(string name, string? value) => "?" + string.Join('&', Parts.Where(part => part.Name != name).Append((Name: name, Value: value))
        .Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    private IEnumerable<(string Name, string? Value)> Parts =>
        [("committeeId", CommitteeId?.ToString(CultureInfo.InvariantCulture)), ("state", State?.ToString()), ("grade", Grade?.ToString()), ("due", Due), ("q", Q), ("sort", Sort)];
}
