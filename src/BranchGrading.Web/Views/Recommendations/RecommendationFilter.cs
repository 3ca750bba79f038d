namespace BranchGrading.Web.Views.Recommendations;

/// <summary>Which branches the list shows.</summary>
public sealed class RecommendationFilter
{
    public const string Recommended = "recommended";
    public const string Refused = "refused";

    /// <summary>recommended, refused; without, those that may be recommended.</summary>
    public string? Show { get; set; }

    public int? CommitteeId { get; set; }

    public string? Q { get; set; }

    public int? Page { get; set; }

    /// <summary>The query of the same list, of another kind where one is given.</summary>
    public string With(string? show)
    {
        var parts = new[] { ("show", show), ("committeeId", CommitteeId?.ToString()), ("q", Q) }.Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
