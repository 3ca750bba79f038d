using BranchGrading.Data;
using BranchGrading.Web.Imports;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Imports;

/// <summary>What a file would do, with the rows the reader asked to see.</summary>
public sealed record ImportReportPage(PendingImport Pending, IImport Import, ImportReport Report, string? Show, int? Page, HttpRequest Request)
{
    /// <summary>Unchanged rows shown unless all are asked for.</summary>
    private const int FewUnchanged = 5;

    private const int PageSize = 100;

    public string BackAddress => Pending.RoundId is { } round ? $"/rounds/{round}/{Import.Kind}/new" : $"/imports/{Import.Kind}/new";

    public Pager Pager => Pager.Of(Page, PageSize, Found.Count, Request);

    public IEnumerable<RowReport> Rows => Found.Skip(Pager.Skip).Take(PageSize);

    /// <summary>Errors first, then warnings, changes, new rows; of what does not change only a few.</summary>
    private IReadOnlyList<RowReport> Found => Show switch
    {
        "errors" => Report.Rows.Where(row => row.HasErrors).ToList(),
        "warnings" => Report.Rows.Where(row => row is { HasWarnings: true, HasErrors: false }).ToList(),
        "changed" => Of(RowOutcome.Changed),
        "new" => Of(RowOutcome.New),
        "unchanged" => Of(RowOutcome.Unchanged),
        _ => Report.Rows.Where(row => row.HasErrors)
            .Concat(Report.Rows.Where(row => row is { HasWarnings: true, HasErrors: false }))
            .Concat(Of(RowOutcome.Changed).Where(row => !row.HasWarnings))
            .Concat(Of(RowOutcome.New).Where(row => !row.HasWarnings))
            .Concat(Of(RowOutcome.Unchanged).Where(row => !row.HasWarnings).Take(FewUnchanged))
            .ToList(),
    };

    public int NotListed => Show is null ? Math.Max(0, Report.Rows.Count(row => row is { Outcome: RowOutcome.Unchanged, HasWarnings: false }) - FewUnchanged) : 0;

    private List<RowReport> Of(RowOutcome outcome) => Report.Rows.Where(row => row.Outcome == outcome).ToList();
}
