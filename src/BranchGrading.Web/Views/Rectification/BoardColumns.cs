namespace BranchGrading.Web.Views.Rectification;

/// <summary>The columns of the table of units, and its order by one of them: figures largest first, names in display order.</summary>
public static class BoardColumns
{
    public static IReadOnlyList<BoardColumn> All { get; } =
    [
        new("required", "C、D 级支部", unit => unit.Required),
        new("missing", "缺计划", unit => unit.Missing) { IsBad = true },
        new("submitted", "计划待审核", unit => unit.Submitted),
        new("items", "整改事项", unit => unit.Items) { State = "" },
        new("open", "整改中", unit => unit.Open) { State = "Open" },
        new("requested", "待验收", unit => unit.Requested) { State = "Requested" },
        new("overdue", "逾期", unit => unit.Overdue) { State = "Overdue", IsBad = true },
        new("accepted", "已销号", unit => unit.Accepted) { State = "Accepted" },
        new("share", "销号率 %", unit => unit.AcceptedShare),
        new("urgent", "D 级半年未销", unit => unit.Urgent) { IsBad = true },
    ];

    /// <summary>Units in the order asked for; equals stay in display order.</summary>
    public static IReadOnlyList<BoardUnit> Sort(IEnumerable<BoardUnit> units, string? sort)
    {
        if (sort == "-name")
            return [.. units.OrderByDescending(unit => unit.Order)];
        if (All.FirstOrDefault(column => column.Key == sort?.TrimStart('-')) is not { } chosen)
            return [.. units.OrderBy(unit => unit.Order)];
        return [.. (sort!.StartsWith('-') ? units.OrderByDescending(unit => chosen.Value(unit) ?? -1) : units.OrderBy(unit => chosen.Value(unit) ?? -1)).ThenBy(unit => unit.Order)];
    }

    /// <summary>aria-sort of a column.</summary>
    public static string? StateOf(string key, string? sort) => (sort ?? "name") == key ? "ascending" : sort == "-" + key ? "descending" : null;

    /// <summary>The order that a click on a column's head asks for.</summary>
    public static string After(string key, string? sort) => key == "name" ? (sort ?? "name") == "name" ? "-name" : "name" : sort == "-" + key ? key : "-" + key;
}
