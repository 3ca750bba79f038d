using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Grades;

/// <summary>Which branches the desk shows, and in what order; the browser filters and sorts by the same facts without asking again.</summary>
public sealed class GradeFilter
{
    /// <summary>Stands for "no grade" where one is chosen by its letter.</summary>
    public const string None = "None";

    /// <summary>ties, missing, limited, anomalies, decided; all without.</summary>
    public string? Show { get; set; }

    public int? CommitteeId { get; set; }

    public BranchType? Type { get; set; }

    /// <summary>The computed grade, or None.</summary>
    public string? Computed { get; set; }

    /// <summary>The decided grade, or None.</summary>
    public string? Decided { get; set; }

    public Limit? Limit { get; set; }

    public AnomalyKind? Anomaly { get; set; }

    public string? Q { get; set; }

    /// <summary>A column of <see cref="DeskOrder"/>, with a minus for the other way round; the ranking without.</summary>
    public string? Sort { get; set; }

    /// <summary>What a branch must have said of it to be shown, as <see cref="DeskRow.Facts"/> says it.</summary>
    public IEnumerable<string> Facts => new[]
    {
        GradeList.Chips.Any(chip => chip.Key == Show) ? Show : null, CommitteeId is { } committee ? $"u{committee}" : null, Type is { } type ? $"t{type}" : null,
        Of("g", Computed), Of("d", Decided), Limit is { } limit ? $"l{limit}" : null, Anomaly is { } anomaly ? $"a{anomaly}" : null,
    }.OfType<string>();

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrow => Facts.Any() || !string.IsNullOrWhiteSpace(Q);

    /// <summary>The list's own address as a query.</summary>
    public string Query => With("sort", Sort);

    /// <summary>The address of the same list with another part.</summary>
    public string With(string name, string? value)
    {
        var parts = new Dictionary<string, string?>
        {
            ["show"] = Show,
            ["committeeId"] = CommitteeId?.ToString(),
            ["type"] = Type?.ToString(),
            ["computed"] = Computed,
            ["decided"] = Decided,
            ["limit"] = Limit?.ToString(),
            ["anomaly"] = Anomaly?.ToString(),
            ["q"] = Q,
            ["sort"] = Sort,
            [name] = value,
        };
        return "?" + string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
    }

    private static string? Of(string kind, string? grade) => string.IsNullOrEmpty(grade) ? null : grade == None ? $"{kind}-" : kind + grade;
}
