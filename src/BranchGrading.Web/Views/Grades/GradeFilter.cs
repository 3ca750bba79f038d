using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Grades;

/// <summary>Which branches the list shows, and in what order.</summary>
public sealed class GradeFilter
{
    /// <summary>ties, missing, limited, anomalies, decided; all without.</summary>
    public string? Show { get; set; }

    public int? CommitteeId { get; set; }

    public BranchType? Type { get; set; }

    public string? Q { get; set; }

    /// <summary>score; the display order without.</summary>
    public string? Sort { get; set; }

    public int? Page { get; set; }

    /// <summary>The address of the same list with another part.</summary>
    public string With(string name, string? value)
    {
        var parts = new Dictionary<string, string?>
        {
            ["show"] = Show,
            ["committeeId"] = CommitteeId?.ToString(),
            ["type"] = Type?.ToString(),
            ["q"] = Q,
            ["sort"] = Sort,
            ["page"] = null,
            [name] = value,
        };
        return "?" + string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
    }
}
