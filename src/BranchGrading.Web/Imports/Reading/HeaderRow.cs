using System.Text.RegularExpressions;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>What the cells of a row mean when they are taken as headers.</summary>
internal sealed partial class HeaderRow
{
    private readonly SheetRow row;
    private readonly IReadOnlyList<ImportColumn> columns;
    private readonly ILookup<string, SheetCell> cellsByKey;
    private readonly Dictionary<ImportColumn, List<SheetCell>> found = [];
    private readonly HashSet<int> taken = [];

    public HeaderRow(SheetRow row, IReadOnlyList<ImportColumn> columns)
    {
        (this.row, this.columns) = (row, columns);
        cellsByKey = row.Cells.ToLookup(Key);
        foreach (var column in columns)
            Take(column, [column.Name, .. column.Aliases]);
        // A column that must be there claims an ambiguous header first: 类别 is the branch type unless another column is.
        foreach (var column in columns.OrderByDescending(column => column.Required).Where(column => !found.ContainsKey(column)))
            Take(column, column.Fallbacks);
    }

    public int Number => row.Number;

    public int Matches => found.Count;

    public bool Has(ImportColumn column) => found.ContainsKey(column);

    public SheetCell? Header(ImportColumn column) => found.GetValueOrDefault(column)?[0];

    public IEnumerable<ImportColumn> Missing => columns.Where(column => column.Required && !Has(column));

    public IEnumerable<string> Headers => row.Cells.Select(Shown);

    public IEnumerable<string> Ignored => row.Cells.Where(cell => !taken.Contains(cell.Column)).Select(Shown);

    public (ImportColumn Column, IReadOnlyList<SheetCell> Cells)? Duplicate =>
        columns.Where(column => Has(column) && found[column].Count > 1)
            .Select(column => ((ImportColumn, IReadOnlyList<SheetCell>)?)(column, found[column]))
            .FirstOrDefault();

    public static string Shown(SheetCell cell) => WhiteSpace().Replace(cell.Text ?? "", "");

    private void Take(ImportColumn column, string[] names)
    {
        var cells = names.Select(NameKey.Of).Distinct().SelectMany(key => cellsByKey[key])
            .Where(cell => !taken.Contains(cell.Column)).OrderBy(cell => cell.Column).ToList();
        if (cells.Count == 0)
            return;
        found[column] = cells;
        taken.UnionWith(cells.Select(cell => cell.Column));
    }

    /// <summary>The folded header without a closing unit in brackets and without the star some templates mark required columns with.</summary>
    private static string Key(SheetCell cell) => Unit().Replace(NameKey.Of(cell.Text ?? "").Trim('*'), "").Trim('*');

    [GeneratedRegex(@"[\(\[【〔](人|人数|名|个|分|百分制|满分100分|100分|张|票|份|%|年|月|日|年月|年月日|年/月|年/月/日|年-月|年-月-日|必填|选填|可选|元|次)[\)\]】〕]$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
