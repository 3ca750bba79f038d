using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Progress;

/// <summary>Whose progress is listed, and which of them.</summary>
public sealed class ProgressFilter
{
    private const string Reports = "committee";
    private const string HandIns = "hand-in";

    /// <summary>Branches with their self-assessments, unless it is "committee" (reports) or "hand-in" (forms).</summary>
    public string? By { get; set; }

    public PaceShow Show { get; set; }

    public int? Committee { get; set; }

    public string? Q { get; set; }

    public int? Page { get; set; }

    public DeadlineKind Kind => By switch { Reports => DeadlineKind.Report, HandIns => DeadlineKind.HandIn, _ => DeadlineKind.SelfAssessment };

    public bool OfCommittees => Kind != DeadlineKind.SelfAssessment;

    /// <summary>The three lists: what stands in the address, and the deadline.</summary>
    public static IReadOnlyList<(string Query, DeadlineKind Kind)> Tabs { get; } = [("", DeadlineKind.SelfAssessment), ($"?by={Reports}", DeadlineKind.Report), ($"?by={HandIns}", DeadlineKind.HandIn)];

    /// <summary>What a list is called.</summary>
    public static string Tab(DeadlineKind kind) => kind switch { DeadlineKind.SelfAssessment => "支部自评", DeadlineKind.Report => "二级党组织上报", _ => "报表报送" };

    /// <summary>Whether there is such a list of a round: work ends with the publication, forms are handed in after it too.</summary>
    public bool Holds(GradingRound round) => Kind == DeadlineKind.HandIn ? round.IsOpened : round.Stage == RoundStage.Open;

    /// <summary>What the list is called, for the audit and the workbook.</summary>
    public string Words => $"{Tab(Kind)}（{Display(Show)}）";

    /// <summary>The filter's fields, to be sent along with a form.</summary>
    public IEnumerable<(string Name, string Value)> Fields => Parts(Show).Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (part.Name, part.Value!));

    /// <summary>Everything but the choice of state: what the chips count.</summary>
    public bool Matches(PaceRow row) => (Committee is null || row.CommitteeId == Committee)
        && (string.IsNullOrWhiteSpace(Q) || row.Name.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase));

    public IEnumerable<PaceRow> Chosen(IEnumerable<PaceRow> rows) => rows.Where(row => Matches(row) && Show.Holds(row));

    public string With(PaceShow show) => QueryString.Create(Parts(show).Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToString() is { Length: > 0 } query ? query : "?";

    public static string Display(PaceShow show) => Choices.NameOf(show);

    private IEnumerable<(string Name, string? Value)> Parts(PaceShow show) =>
        [("by", By), ("show", show == PaceShow.Unfinished ? null : show.ToString()), ("committee", Committee?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("q", Q)];
}
