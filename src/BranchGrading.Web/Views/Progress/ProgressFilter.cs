using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Progress;

/// <summary>Whose progress is listed, and which of them.</summary>
public sealed class ProgressFilter
{
    public const string ByCommittee = "committee";

    /// <summary>Branches, unless it is "committee".</summary>
    public string? By { get; set; }

    public PaceShow Show { get; set; }

    public int? Committee { get; set; }

    public string? Q { get; set; }

    public int? Page { get; set; }

    public bool OfCommittees => By == ByCommittee;

    /// <summary>What the list is called, for the audit and the workbook.</summary>
    public string Words => $"{(OfCommittees ? "二级党组织上报" : "支部自评")}（{Display(Show)}）";

    /// <summary>The filter's fields, to be sent along with a form.</summary>
    public IEnumerable<(string Name, string Value)> Fields => Parts(Show).Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (part.Name, part.Value!));

    /// <summary>Everything but the choice of state: what the chips count.</summary>
    public bool Matches(PaceRow row) => (Committee is null || row.CommitteeId == Committee)
        && (string.IsNullOrWhiteSpace(Q) || row.Name.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase));

    public IEnumerable<PaceRow> Rows(RoundPace pace) => OfCommittees ? pace.Committees : pace.Branches;

    public IEnumerable<PaceRow> Chosen(RoundPace pace) => Rows(pace).Where(row => Matches(row) && Show.Holds(row));

    public string With(PaceShow show) => QueryString.Create(Parts(show).Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToString() is { Length: > 0 } query ? query : "?";

    public static string Display(PaceShow show) => Choices.NameOf(show);

    private IEnumerable<(string Name, string? Value)> Parts(PaceShow show) =>
        [("by", By), ("show", show == PaceShow.Unfinished ? null : show.ToString()), ("committee", Committee?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("q", Q)];
}
